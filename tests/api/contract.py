"""What version 1 of the API promises, in a form that can be compared: addresses, parameters, fields, types.

After something was added, write it down with ``python -m tests.api.contract``. The file is read by ``test_contract.py``,
which lets nothing be taken away.
"""

import json
from pathlib import Path

FILE = Path(__file__).with_name("contract-v1.json")


def contract(schema: dict) -> dict[str, dict[str, str]]:
    """Address and method → (what is promised → its type)."""
    return {
        f"{method.upper()} {path}": dict(_promises(operation, schema))
        for path, methods in sorted(schema["paths"].items())
        for method, operation in sorted(methods.items())
    }


def _promises(operation: dict, schema: dict):
    for parameter in operation["parameters"]:
        yield f"{parameter['in']} {parameter['name']}", _type(parameter["schema"])
        for value in parameter["schema"].get("enum", []):
            yield f"{parameter['in']} {parameter['name']} = {value}", "value"
    for content in operation.get("requestBody", {}).get("content", {}).values():
        yield from _fields("body", content["schema"], schema)
    for status, response in operation["responses"].items():
        yield f"{status}", "status"
        for kind, content in response.get("content", {}).items():
            yield f"{status} {kind}", "content"
            yield from _fields(f"{status} ", content["schema"], schema)


def _fields(path: str, part: dict, schema: dict, inside: tuple = ()):
    """Fields of an object and of all below it, as ``results[].slug``."""
    name = part.get("$ref", "").rpartition("/")[2]
    if name in inside:
        return
    part = schema["components"]["schemas"][name] if name else part
    if "items" in part:
        yield from _fields(f"{path}[]", part["items"], schema, (*inside, name))
    for field, told in part.get("properties", {}).items():
        below = f"{path}{'' if path.endswith(' ') else '.'}{field}"
        yield below, _type(told)
        yield from _fields(below, told, schema, (*inside, name))


def _type(told: dict) -> str:
    if "anyOf" in told:
        return " or ".join(_type(one) for one in told["anyOf"])
    if "$ref" in told:
        return "object"
    if told.get("type") == "array":
        return f"list of {_type(told['items'])}"
    return " ".join(filter(None, (told.get("type", "anything"), told.get("format", ""))))


def broken(promised: dict, now: dict) -> list[str]:
    """What of ``promised`` is not so any more, a sentence each."""
    found = []
    for address, fields in promised.items():
        if address not in now:
            found.append(f"{address} is gone.")
            continue
        for field, kind in fields.items():
            if field not in now[address]:
                found.append(f"{address}: “{field}” is gone.")
            elif now[address][field] != kind:
                found.append(f"{address}: “{field}” was {kind} and is {now[address][field]}.")
    return found


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "explainer.settings.test")
    django.setup()
    from explainer.api.main import api

    promises = contract(json.loads(json.dumps(api.get_openapi_schema(), default=str)))
    if FILE.exists() and (lost := broken(json.loads(FILE.read_text()), promises)):
        raise SystemExit("\n".join(["Version 1 has promised what is no longer so:", *lost]))
    FILE.write_text(json.dumps(promises, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
