"""Checks an OpenAPI document against the official meta-schema of OpenAPI 3.1, and every example against its schema.

Usage: openapi_oracle.py openapi.json
"""

import json
import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator


def examples(document):
    """Every example with the schema that it is an example of, and its place."""
    for name, schema in document["components"]["schemas"].items():
        if "example" in schema:
            yield f"#/components/schemas/{name}", schema, schema["example"]
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


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    faults = [f"{list(error.absolute_path)}: {error.message}" for error in OpenAPIV31SpecValidator(document).iter_errors()]
    checked = 0
    for place, schema, example in examples(document):
        # The schemas refer to each other by their place in the document.
        whole = {"components": document["components"], **schema}
        faults += [f"{place}: {error.message}" for error in Draft202012Validator(whole).iter_errors(example)]
        checked += 1
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults or not checked:
        sys.exit(f"{sys.argv[1]}: {len(faults)} faults, {checked} examples")
    print(f"{sys.argv[1]}: valid OpenAPI {document['openapi']}, {len(document['paths'])} paths, {checked} examples")


if __name__ == "__main__":
    main()
