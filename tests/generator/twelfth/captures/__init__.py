"""Captures of the twelfth set, drawn without knowing the judge: what scanner, desk camera and telephones often give."""

from tests.generator.twelfth.captures import (
    burnt,
    coarse,
    empty,
    folds,
    light,
    lost,
    mistaken,
    persons,
    photos,
    scans,
    unsharp,
)

SCANS = (
    scans.fed_clean,
    scans.fed_from_an_envelope,
    scans.on_the_glass,
    scans.from_a_binder,
    scans.worked_on,
    scans.photocopy,
    scans.little_toner,
    scans.from_a_bag,
)
PHOTOS = (
    photos.desk_camera,
    photos.telephone,
    photos.by_the_window,
    photos.under_own_shadow,
    photos.out_of_its_envelope,
    photos.among_papers,
    photos.in_a_clear_pocket,
)
SPOILT = {
    "blurred": (
        unsharp.off_the_glass,
        unsharp.slipped_in_the_feeder,
        unsharp.shaken_telephone,
        unsharp.focused_elsewhere,
    ),
    "dark": (light.failing_lamp, light.evening_without_lamp, light.against_the_light),
    "glare": (burnt.flash, burnt.ceiling_tube, burnt.pocket_on_the_glass),
    "cut_off": (lost.over_the_glass_edge, lost.askew_in_the_feeder, lost.framed_too_close),
    "folded": (
        folds.corner_on_the_glass,
        folds.end_still_folded,
        folds.corner_under_the_camera,
        folds.folded_in_two,
    ),
    "blank": (empty.back_through_the_feeder, empty.empty_on_the_glass, empty.back_under_the_camera),
    "low_resolution": (
        coarse.thumbnail,
        coarse.low_fax,
        coarse.sent_and_printed_again,
        coarse.from_too_far,
        coarse.video_call,
    ),
    "not_a_document": (
        mistaken.bare_counter,
        persons.hand_on_the_glass,
        mistaken.magazine_picture,
        mistaken.room,
        persons.own_face,
    ),
}
