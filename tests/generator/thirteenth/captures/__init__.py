"""Captures of the thirteenth set, drawn without knowing the judge: common papers before common devices."""

from tests.generator.thirteenth.captures import (
    dark,
    glare,
    lost,
    mistakes,
    nothing,
    photos,
    scans,
    turned,
    unclear,
    views,
)

SCANS = (
    scans.straight_from_the_feeder,
    scans.straight_from_the_feeder,
    scans.out_of_its_envelope,
    scans.out_of_the_bag,
    scans.gone_through_offices,
    scans.out_of_a_binder,
    scans.copy_of_a_copy,
    scans.lid_left_ajar,
    scans.cartridge_near_its_end,
)
PHOTOS = (
    photos.camera_above_the_desk,
    photos.camera_above_the_desk,
    photos.in_the_hand_above_the_table,
    photos.beside_the_window,
    photos.letter_just_unfolded,
    photos.sheet_that_keeps_its_curl,
    photos.among_the_things_of_a_desk,
    photos.under_the_kitchen_lamp,
    photos.cut_out_by_the_telephone,
)
SPOILT = {
    "blurred": (
        unclear.focus_on_something_else,
        unclear.caught_in_the_feeder,
        unclear.hand_that_moved,
        unclear.away_from_the_glass,
    ),
    "dark": (dark.room_without_light, dark.lamp_of_the_scanner_failing, dark.held_against_the_window),
    "glare": (glare.flash_of_the_telephone, glare.tube_on_a_plastic_pocket, glare.patch_of_sun),
    "cut_off": (lost.over_the_edge_of_the_glass, lost.framed_too_close, lost.taken_in_askew),
    "folded": (turned.corner_over_the_print, turned.end_over_the_print, turned.left_folded_in_two),
    "blank": (nothing.empty_sheet_in_the_feeder, nothing.back_of_the_sheet, nothing.empty_sheet_on_the_desk),
    "low_resolution": (unclear.thumbnail_of_a_message, unclear.from_across_the_room, unclear.coarse_fax),
    "not_a_document": (
        mistakes.hand_on_the_glass,
        mistakes.desk_without_a_sheet,
        views.portrait_of_someone,
        views.view_of_the_room,
    ),
}
