"""What a scanner says of itself in eSCL (Mopria Alliance, eSCL technical specification 2.97)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = 'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
_RESOLUTIONS = (75, 100, 150, 200, 300, 600)


def capabilities(name: str) -> bytes:
    """A flatbed with a feeder, grey and colour, A4 with a margin."""
    resolutions = "".join(
        f"<scan:DiscreteResolution><scan:XResolution>{dpi}</scan:XResolution>"
        f"<scan:YResolution>{dpi}</scan:YResolution></scan:DiscreteResolution>"
        for dpi in _RESOLUTIONS
    )
    caps = (
        "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>"
        "<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight>"
        "<scan:SettingProfiles><scan:SettingProfile>"
        "<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode>"
        "</scan:ColorModes>"
        "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
        "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>"
        f"<scan:SupportedResolutions><scan:DiscreteResolutions>{resolutions}</scan:DiscreteResolutions>"
        "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
    )
    return (
        f"{_HEAD}<scan:ScannerCapabilities {_SPACES}><pwg:Version>2.6</pwg:Version>"
        f"<pwg:MakeAndModel>{name}</pwg:MakeAndModel><pwg:SerialNumber>0</pwg:SerialNumber>"
        f"<scan:Platen><scan:PlatenInputCaps>{caps}</scan:PlatenInputCaps></scan:Platen>"
        f"<scan:Adf><scan:AdfSimplexInputCaps>{caps}</scan:AdfSimplexInputCaps>"
        "<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>"
        "</scan:ScannerCapabilities>"
    ).encode()


def status(state: str, feeder: str) -> bytes:
    """`state` Idle, Processing or Stopped; `feeder` ScannerAdfLoaded, ScannerAdfEmpty, ScannerAdfJam..."""
    return (
        f"{_HEAD}<scan:ScannerStatus {_SPACES}><pwg:Version>2.6</pwg:Version>"
        f"<pwg:State>{state}</pwg:State><scan:AdfState>{feeder}</scan:AdfState></scan:ScannerStatus>"
    ).encode()
