"""citeproc-py, put right in the places where it leaves the specification that our references pass through.

Source: https://docs.citationstyles.org/en/stable/specification.html. Each class below says what it corrects; delete it
when the library does the same.
"""

import re
from pathlib import Path
from threading import Lock

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, model
from citeproc.source import VariableError
from citeproc.source.json import CiteProcJSON
from lxml import etree

NAMESPACE = "http://purl.org/net/xbiblio/csl"
ITALIC, BOLD, END = "\ue000", "\ue001", "\ue002"  # of the private use area: no text of ours has them
_opening = re.compile(r"(?<!\S)([‘“'\"(\[]+)(\w+)")


class Marks:
    """A formatter that marks what is to be set in italics or bold, so that all the rest can be escaped afterwards."""

    preformat = staticmethod(str)
    Italic = Oblique = staticmethod(lambda text: f"{ITALIC}{text}{END}")
    Bold = staticmethod(lambda text: f"{BOLD}{text}{END}")
    Light = Underline = Superscript = Subscript = SmallCaps = staticmethod(str)


class Text(model.Text):
    """Remembers what it has printed; a quotation in a quoted title gets the other marks; “(word” is a word in a title.

    It also looks each macro up once a style and not at each use, which is slow.
    """

    def get_macro(self, name):
        macros = self.get_root().macros
        if name not in macros:
            macros[name] = super().get_macro(name)
        return macros[name]

    def calls_variable(self):
        if "macro" not in self.attrib:
            return super().calls_variable()
        known, name = self.get_root().macros_that_ask, self.get("macro")
        if name not in known:
            known[name] = super().calls_variable()
        return known[name]

    def _variable(self, item, context):
        text = super()._variable(item, context)
        if text:
            context.get_layout().repressed.setdefault("printed", []).append(self.get("variable"))
        return text

    def quote(self, string):
        if self.get("quotes") == "true":
            string = str(string).replace("“", "‘").replace("”", "’")
        return super().quote(string)

    def case(self, text, language=None):
        made = super().case(text, language)
        if self.get("text-case") != "title" or language != "en":
            return made
        return _opening.sub(lambda m: m[0] if m[2] in self._stop_words else m[1] + m[2][0].upper() + m[2][1:], str(made))


class Substitute(model.Substitute):
    """What stands in for a missing name is not printed a second time, however it was reached."""

    def render(self, item, context=None, **kwargs):
        repressed = context.get_layout().repressed
        before = len(repressed.get("printed", ()))
        text = super().render(item, context=context, **kwargs)
        if text:
            texts = next((child.tag for child in self.get_root().iter(f"{{{NAMESPACE}}}text")), "")
            repressed.setdefault(texts, []).extend(repressed.get("printed", [])[before:])
        return text


class Label(model.Label):
    """The name of a number that is not there is not printed."""

    def process(self, item, variable=None, plural=None, context=None, **kwargs):
        name = variable or self.get("variable")
        if name != "locator" and name.replace("-", "_") not in item.reference:
            return None
        return super().process(item, variable, plural, context, **kwargs)


class Name(model.Name):
    """A style may say that given names are written out."""

    def get_option(self, name, context=None, sort_options=None):
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, context, sort_options)


class Name_Part(model.Name_Part):  # noqa: N801 - the library finds it by this name
    """The name of an institution is not a family name."""

    def format_part(self, given, family):
        return super().format_part(given, family) if given else (given, family)


class _Branch:
    """A branch can be asked whether it is the one taken, without printing it."""

    def render_children(self, item, only_ask=False, **kwargs):
        return None if only_ask else super().render_children(item, **kwargs)


class If(_Branch, model.If):
    pass


class Else_If(_Branch, model.Else_If):  # noqa: N801
    pass


class Else(_Branch, model.Else):
    pass


class Group(model.Group):
    """A group without any variable is printed; what stands in a branch not taken does not count."""

    def process(self, item, context=None, **kwargs):
        try:
            return super().process(item, context=context, **kwargs)
        except VariableError:
            if any(_asks(child, item, context) for child in self.iterchildren()):
                raise
            texts = [child.render(item, context=context, **kwargs) for child in self.iterchildren()]
            return self.join([text for text in texts if text is not None])


def _asks(element, item, context) -> bool:
    """Whether printing this element asks for something that the item may have."""
    if isinstance(element, model.Choose):
        for branch in element.iterchildren():
            try:
                branch.render(item, context=context, only_ask=True)
            except model.ConditionFailed:
                continue
            return any(_asks(child, item, context) for child in branch.iterchildren())
        return False
    if isinstance(element, model.Text) and "macro" in element.attrib:
        return any(_asks(child, item, context) for child in element.get_macro(element.get("macro")).iterchildren())
    if isinstance(element, model.Group):
        return any(_asks(child, item, context) for child in element.iterchildren())
    return element.calls_variable()


class Style(CitationStylesStyle):
    """A style file, read once. It holds state while it prints, so one reference is made at a time."""

    corrections = (Text, Substitute, Label, Name, Name_Part, If, Else_If, Else, Group)

    def __init__(self, path: Path, locale: str):
        lookup = etree.ElementNamespaceClassLookup()
        classes = {cls.__name__: cls for cls in (*model.CitationStylesElement.__subclasses__(), *self.corrections)}
        lookup.get_namespace(NAMESPACE).update({name.replace("_", "-").lower(): cls for name, cls in classes.items()})
        lookup.get_namespace(NAMESPACE)[None] = model.CitationStylesElement
        parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
        parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(str(path), parser)
        self.root = self.xml.getroot()
        self.root.macros, self.root.macros_that_ask = {}, {}
        self.root.set_locale_list(locale, validate=False)
        self.lock = Lock()

    def reference(self, item: dict) -> str:
        """The entry of a CSL-JSON item in a bibliography, with marks for italics and bold."""
        with self.lock:
            bibliography = CitationStylesBibliography(self, CiteProcJSON([item]), Marks)
            bibliography.register(Citation([CitationItem(item["id"])]))
            return str(bibliography.bibliography()[0])
