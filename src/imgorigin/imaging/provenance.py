"""What a file says about how it was made: an XMP packet in IPTC's terms.

Digital source types: http://cv.iptc.org/newscodes/digitalsourcetype/. Properties of generated pictures: IPTC
Photo Metadata Standard 2025.1, "Applying metadata to AI-generated images".
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from imgorigin import __version__
from imgorigin.imaging.master import Master
from imgorigin.recipe import Recipe

SOURCE_TYPES: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmlns:imgorigin="https://imgorigin.dev/ns/1.0/"{attributes}>{alt}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_ALT: Final = """
   <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>\
</Iptc4xmpCore:AltTextAccessibility>"""


def source_type(recipe: Recipe, *, trained: bool, on_trained: bool = False) -> str:
    """The URI of IPTC's digital source type. `trained`: the model learned from pictures; `on_trained`: one
    that it changes a picture of did."""
    if not trained and on_trained:
        return SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia"
    if not trained:
        return SOURCE_TYPES + "algorithmicMedia"
    if recipe.source and recipe.source.model != recipe.model:  # something of another hand, changed by a model
        return SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia"
    return SOURCE_TYPES + "trainedAlgorithmicMedia"


def xmp_packet(master: Master, *, trained: bool, with_prompt: bool, on_trained: bool = False) -> bytes:
    """The packet of a rendition. The words of the prompt are told only `with_prompt`; the alt text, which
    follows from them, likewise."""
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
    text = "".join(f"\n    {name}={quoteattr(value)}" for name, value in attributes.items())
    return _PACKET.format(attributes=text, alt=alt).encode()
