"""Checks OpenAPI documents against the official meta-schemas of their versions, and every example against its schema.

Usage: openapi_oracle.py openapi.json openapi-3.0.json
"""

import json
import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

# Neither version has a schema keyword of ours that JSON Schema of 2020 would read otherwise, so examples have one judge.
VALIDATORS = {"3.0.3": OpenAPIV30SpecValidator, "3.1.0": OpenAPIV31SpecValidator}


def examples(document):
    """Every example with the schema that it is an example of, and its place."""
    for name, schema in document["components"]["schemas"].items():
        if "example" in schema:
            yield f"#/components/schemas/{name}", schema, schema["example"]
        for field, part in schema.get("properties", {}).items():
            if "example" in part:
                yield f"#/components/schemas/{name}/properties/{field}", part, part["example"]
    for path, item in document["paths"].items():
        for method, operation in item.items():
            place = f"{method} {path}"
            for parameter in operation.get("parameters", []):
                if "example" in parameter:
                    yield f"{place} {parameter['name']}", parameter["schema"], parameter["example"]
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            for content in (content for body in bodies for content in body.get("content", {}).values()):
                if "example" in content:
                    yield place, content["schema"], content["example"]


def check(path):
    """The number of faults of one document, each of which is printed."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    errors = VALIDATORS[document["openapi"]](document).iter_errors()
    faults = [f"{list(error.absolute_path)}: {error.message}" for error in errors]
    checked = 0
    for place, schema, example in examples(document):
        # The schemas refer to each other by their place in the document.
        whole = {"components": document["components"], **schema}
        faults += [f"{place}: {error.message}" for error in Draft202012Validator(whole).iter_errors(example)]
        checked += 1
    for fault in faults:
        print(fault, file=sys.stderr)
    if not checked:
        sys.exit(f"{path}: no example was found")
    print(f"{path}: OpenAPI {document['openapi']}, {len(document['paths'])} paths, {checked} examples, {len(faults)} faults")
    return len(faults)


if __name__ == "__main__":
    sys.exit(sum(check(path) for path in sys.argv[1:]) != 0)
