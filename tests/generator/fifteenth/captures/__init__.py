"""Captures of the fifteenth set: what scanners, cameras and visitors give most often."""

from tests.generator.fifteenth.captures import folds, light, lost, nothing, photos, scans, scenes, unclear

SCANS = (
    scans.office_copier,
    scans.glass_of_a_flatbed,
    scans.lid_left_open,
    scans.letter_folded_in_three,
    scans.stamped_by_an_office,
    scans.out_of_a_folder,
    scans.ring_of_a_cup,
    scans.thin_paper_printed_on_both_sides,
    scans.coloured_paper,
    scans.cartridge_running_low,
    scans.copy_of_a_copy,
)
PHOTOS = (
    photos.camera_over_a_dark_mat,
    photos.camera_over_a_light_table,
    photos.telephone_above_a_wooden_table,
    photos.on_the_lap,
    photos.on_an_oilcloth,
    photos.by_the_window,
    photos.under_a_lamp_in_the_evening,
    photos.on_a_clipboard,
    photos.in_a_clear_pocket,
    photos.held_between_two_fingers,
)
SPOILT = {
    "blurred": (
        unclear.telephone_too_near_to_focus,
        unclear.hand_that_shook,
        unclear.sheet_risen_off_the_glass,
        unclear.smear_on_the_lens,
    ),
    "dark": (light.room_in_the_evening, light.lamp_of_the_scanner_out, light.own_shadow_over_all),
    "glare": (light.flash_on_glossy_paper, light.neon_in_a_pocket, light.sun_through_the_shutters),
    "cut_off": (
        lost.half_off_the_glass,
        lost.set_for_a_smaller_sheet,
        lost.drawn_in_askew,
        lost.telephone_held_too_close,
    ),
    "folded": (
        folds.corner_down_on_the_glass,
        folds.side_down_on_the_glass,
        folds.lower_end_turned_up,
        folds.large_corner_on_the_table,
    ),
    "blank": (nothing.empty_sheet_from_the_feeder, nothing.back_of_a_printed_sheet, nothing.empty_sheet_on_a_table),
    "low_resolution": (
        unclear.preview_of_a_message,
        unclear.photographed_from_too_far,
        unclear.scanned_at_thirty_dots,
    ),
    "not_a_document": (
        scenes.plate_on_the_table,
        scenes.keyboard_and_cup,
        scenes.feet_on_the_floor,
        scenes.street_from_the_window,
    ),
}
