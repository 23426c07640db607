"""What a file says about how it was made: an XMP packet in IPTC's terms.

Digital source types: http://cv.iptc.org/newscodes/digitalsourcetype/. Properties of generated pictures: IPTC
Photo Metadata Standard 2025.1, "Applying metadata to AI-generated images".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from imgorigin import __version__
from imgorigin.imaging.master import Master
from imgorigin.recipe import Recipe

SOURCE_TYPES: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
NO_CREDIT: Final[Mapping[str, str]] = MappingProxyType({})
TRAINED: Final = SOURCE_TYPES + "trainedAlgorithmicMedia"
COMPOSITE: Final = SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia"

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmlns:imgorigin="https://imgorigin.dev/ns/1.0/"{attributes}>{elements}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_ALT: Final = """
   <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>\
</Iptc4xmpCore:AltTextAccessibility>"""

_CREDITS: Final = {
    "creator": """
   <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>""",
    "copyright": """
   <dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li>\
</rdf:Alt></dc:rights>""",
}


def source_type(recipe: Recipe, *, trained: bool, on_trained: bool = False) -> str:
    """The URI of IPTC's digital source type. `trained`: the model learned from pictures; `on_trained`: one
    that it changes a picture of did. An upload is taken for a photograph, unless that is so."""
    if not trained and on_trained:
        return COMPOSITE
    if not trained:
        return SOURCE_TYPES + ("algorithmicallyEnhanced" if recipe.upload else "algorithmicMedia")
    of_others = recipe.source and recipe.source.model != recipe.model
    if of_others or recipe.upload:  # something of another hand, changed by a model
        return COMPOSITE
    return TRAINED


def xmp_packet(
    master: Master,
    *,
    trained: bool,
    with_prompt: bool,
    on_trained: bool = False,
    credit: Mapping[str, str] = NO_CREDIT,
) -> bytes:
    """The packet of a rendition. The words of the prompt are told only `with_prompt`; the alt text, which
    follows from them, likewise. `credit`: `creator` and `copyright` of the upload it was made from."""
    recipe = master.recipe
    attributes = {
        "xmp:CreatorTool": f"imgorigin {__version__}",
        "Iptc4xmpExt:DigitalSourceType": source_type(recipe, trained=trained, on_trained=on_trained),
        "Iptc4xmpExt:AISystemUsed" if trained else "imgorigin:Painter": recipe.model,
        "Iptc4xmpExt:AISystemVersionUsed" if trained else "imgorigin:PainterVersion": recipe.revision,
        "imgorigin:Seed": str(recipe.seed),
    }
    alt = ""
    if with_prompt:
        attributes["Iptc4xmpExt:AIPromptInformation" if trained else "imgorigin:Prompt"] = ", then ".join(
            (recipe.prompt, *recipe.instructions)
        )
        alt = _ALT.format(escape(master.facts["alt"])) if master.facts.get("alt") else ""
    return _packet(attributes, alt + _credited(credit))


def upload_packet(master: Master) -> bytes:
    """The packet of a rendition of an upload as it came. We did not make it and claim nothing of it: creator,
    copyright and digital source type are what its own metadata told, or are not said."""
    told = master.facts.get("metadata", {})
    declared = told.get("digitalSourceType")
    attributes = {"Iptc4xmpExt:DigitalSourceType": declared} if declared else {}
    return _packet(attributes, _credited(told))


def is_declared_trained(metadata: Mapping[str, Any]) -> bool:
    """Whether an upload says of itself that a trained model had a hand in it: `on_trained` for its edits."""
    return metadata.get("digitalSourceType") in (TRAINED, COMPOSITE)


def _packet(attributes: Mapping[str, str], elements: str) -> bytes:
    text = "".join(f"\n    {name}={quoteattr(value)}" for name, value in attributes.items())
    return _PACKET.format(attributes=text, elements=elements).encode()


def _credited(told: Mapping[str, Any]) -> str:
    return "".join(form.format(escape(told[name])) for name, form in _CREDITS.items() if told.get(name))
