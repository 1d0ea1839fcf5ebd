"""Captures of the tenth set, drawn without knowing the judge: scans and photographs to accept, others to refuse."""

from tests.generator.tenth.captures import astray, flaps, lens, photos, reflections, scans, views

SCANS = (scans.glass_with_clip, scans.dirty_feeder, scans.line_art)
PHOTOS = (photos.on_the_pile, photos.from_the_letter_box, photos.counter_camera)
SPOILT = {
    "blurred": (lens.greasy_lens, lens.wrist_turned),
    "dark": (lens.dusk, lens.brightness_at_its_lowest),
    "glare": (reflections.flash_fired, reflections.window_in_the_sleeve),
    "cut_off": (astray.set_to_half_format, astray.slid_aside),
    "folded": (flaps.dog_ear, flaps.end_folded_over),
    "blank": (astray.divider, astray.empty_glass),
    "low_resolution": (lens.webcam, lens.squeezed_attachment),
    "not_a_document": (views.street, views.house_plant),
}
