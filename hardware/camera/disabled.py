"""No camera, on purpose."""

from hardware.camera.api import (
    CameraFailed,
    CameraFault,
    CameraStatus,
    CameraUnavailable,
    PhotoOutcome,
    PreviewOutcome,
)


class DisabledCamera:
    """A camera that the settings switch off."""

    def status(self) -> CameraStatus:
        return CameraUnavailable(CameraFault.DISABLED)

    def preview(self) -> PreviewOutcome:
        return CameraFailed(CameraFault.DISABLED)

    def photo(self) -> PhotoOutcome:
        return CameraFailed(CameraFault.DISABLED)

    def rest(self) -> None:
        """Nothing to let go."""
