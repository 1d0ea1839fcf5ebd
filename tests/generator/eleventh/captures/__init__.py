"""Captures of the eleventh set, drawn without knowing the judge: scans and photographs to accept, others to refuse."""

from tests.generator.eleventh.captures import light, missing, photos, scans, sensor, things, turned_in

SCANS = (scans.copier_to_mail, scans.marked_by_an_adviser, scans.faded_copy)
PHOTOS = (photos.held_by_a_thumb, photos.over_the_newspaper, photos.filling_the_picture)
SPOILT = {
    "blurred": (sensor.jolted, sensor.frosted_folder),
    "dark": (light.lit_by_a_screen, light.short_shutter),
    "glare": (light.ceiling_spots, light.sun_through_blinds),
    "cut_off": (missing.half_sent, missing.cropped_by_the_program),
    "folded": (turned_in.side_turned_in, turned_in.two_corners_in),
    "blank": (missing.crumpled_empty_sheet, missing.punched_back),
    "low_resolution": (sensor.old_telephone, sensor.coarse_black_and_white),
    "not_a_document": (things.shelf_of_books, things.shoes_on_the_floor),
}
