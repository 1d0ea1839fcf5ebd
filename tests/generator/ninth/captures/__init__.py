"""Captures of the ninth set, drawn without knowing the judge: scans and photographs to accept, others to refuse."""

from tests.generator.ninth.captures import astray, folding, objects, optics, photos, scans, shine

SCANS = (scans.office_feeder, scans.lid_ajar, scans.copied_twice, scans.lived_with)
PHOTOS = (
    photos.by_the_window,
    photos.under_the_kitchen_lamp,
    photos.document_camera,
    photos.out_of_its_envelope,
)
SPOILT = {
    "blurred": (optics.shaken, optics.focused_elsewhere, optics.not_flat_on_the_glass),
    "dark": (optics.lights_out, optics.worn_out_tube, optics.against_the_light),
    "glare": (shine.mirrored_lamp, shine.sleeve_under_tubes, shine.patch_of_sun),
    "cut_off": (astray.half_out_of_the_picture, astray.askew_on_the_glass, astray.too_near),
    "folded": (folding.corner_over_print, folding.foot_turned_up, folding.folded_in_two),
    "blank": (astray.empty_back, astray.face_down_on_the_table, astray.fed_empty),
    "low_resolution": (optics.too_far, optics.sent_by_message, optics.preview_kept),
    "not_a_document": (objects.keyboard, objects.meal, objects.face),
}
