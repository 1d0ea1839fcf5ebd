"""Captures of the fourteenth set, drawn without knowing the judge: what visitors give, on what spaces have."""

from tests.generator.fourteenth.captures import (
    badly_lit,
    cropped,
    elsewhere,
    folds,
    nothing,
    photos,
    scans,
    unclear,
)

SCANS = (
    scans.feeder_of_the_counter,
    scans.laid_on_the_glass,
    scans.copier_sent_by_mail,
    scans.old_copy,
    scans.lid_open,
    scans.letter_that_was_folded,
    scans.stamped_by_an_office,
    scans.from_the_binder,
    scans.coloured_paper,
    scans.thin_paper,
    scans.cartridge_saving_ink,
    scans.multifunction_at_home,
)
PHOTOS = (
    photos.camera_over_its_mat,
    photos.camera_over_a_pale_desk,
    photos.telephone_over_the_table,
    photos.shadow_of_the_hand,
    photos.kitchen_in_the_evening,
    photos.on_the_lap,
    photos.on_a_clipboard,
    photos.in_a_clear_pocket,
    photos.day_light_by_the_window,
)
SPOILT = {
    "blurred": (
        unclear.focus_on_the_table_behind,
        unclear.trembling_hand,
        unclear.pulled_while_it_was_read,
        unclear.held_above_the_glass,
    ),
    "dark": (badly_lit.evening_without_a_lamp, badly_lit.lamp_in_the_picture, badly_lit.scanner_whose_lamp_is_out),
    "glare": (badly_lit.flash_on_glossy_paper, badly_lit.window_in_the_pocket, badly_lit.tube_on_the_ceiling),
    "cut_off": (
        cropped.telephone_too_near,
        cropped.telephone_aimed_beside,
        cropped.beyond_the_glass,
        cropped.taken_in_too_late,
    ),
    "folded": (
        folds.corner_turned_in,
        folds.head_turned_down,
        folds.side_turned_in_on_the_glass,
        folds.corner_bent_by_the_feeder,
    ),
    "blank": (nothing.empty_sheet_scanned, nothing.back_scanned, nothing.empty_side_photographed),
    "low_resolution": (
        unclear.picture_of_a_gallery,
        unclear.camera_of_an_old_computer,
        unclear.from_the_other_end_of_the_table,
    ),
    "not_a_document": (
        elsewhere.floor_and_shoes,
        elsewhere.ceiling_of_the_room,
        elsewhere.meal_on_the_table,
        elsewhere.garden_outside,
    ),
}
