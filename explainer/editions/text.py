"""YAML as the editions use it: every scalar is text, every value knows its line."""

from dataclasses import dataclass, field

import yaml

# libyaml is ten times faster and comes with the usual builds of PyYAML; without it the result is the same.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class Tree:
    """A parsed document: plain dicts, lists and strings, with the line of every path in it."""

    data: object
    lines: dict[tuple, int] = field(default_factory=dict)

    def line(self, path: tuple) -> int:
        """The line of a path, or of the nearest thing around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class TextError(ValueError):
    """The text is not YAML that an edition may hold."""

    def __init__(self, line: int, message: str, key: str = ""):
        self.line, self.key, self.message = line, key, message
        super().__init__(message)


def parse(text: str, first_line: int = 1) -> Tree:
    """Read YAML; ``first_line`` is the line of the file at which the text starts."""
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise TextError(
                    event.start_mark.line + first_line, "YAML anchors and aliases (& and *) are not used here; quote the text."
                )
            if getattr(event, "tag", None):
                raise TextError(event.start_mark.line + first_line, f"YAML tags ({event.tag}) are not used here; quote the text.")
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise TextError(
            (mark.line if mark else 0) + first_line, f"This is not YAML: {error.problem or error.context}."
        ) from error
    except yaml.YAMLError as error:
        raise TextError(first_line, f"This is not YAML: {error}.") from error
    tree = Tree(None)
    tree.data = _plain(node, (), tree.lines, first_line) if node is not None else {}
    return tree


def _plain(node, path, lines, first_line):
    lines.setdefault(path, node.start_mark.line + first_line)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, n), lines, first_line) for n, item in enumerate(node.value)]
    found = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            raise TextError(line, "A key must be a word.")
        key = key_node.value
        if key in found:
            raise TextError(line, "This key stands here twice.", key)
        lines[(*path, key)] = line
        found[key] = _plain(value_node, (*path, key), lines, first_line)
    return found


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def _string(dumper, value):
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _string)


def write(data) -> str:
    """YAML in the one form a dump uses. Strings that other readers would take for dates or booleans are quoted."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
