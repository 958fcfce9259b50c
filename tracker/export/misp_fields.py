"""Fields of the MISP objects in use: those that must be there and those that may, by template.

MISP core format (draft-dulaunoy-misp-core-format); templates of the MISP project.
"""

from attrs import frozen

from tracker.export.required import ANY_TEXT, DAY, FLAG, TEXT, Each, Shape, exactly, pattern

_UUID = pattern(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "a UUID")
_DIGITS = pattern(r"-?\d+", "digits")
_TAG = Shape("Tag", {"name": TEXT})
_ATTRIBUTE = Shape(
    "Attribute",
    {
        "uuid": _UUID,
        "type": exactly("text", "link", "comment", "datetime"),
        "category": exactly("Other", "External analysis"),
        "object_relation": TEXT,
        "value": TEXT,
        "to_ids": exactly(False),
        "disable_correlation": FLAG,
    },
    {"Tag": Each(_TAG)},
)
_LINK = Shape(
    "ObjectReference",
    {"uuid": _UUID, "object_uuid": _UUID, "referenced_uuid": _UUID, "relationship_type": TEXT},
)
MISP_OBJECT = Shape(
    "Object",
    {
        "uuid": _UUID,
        "name": exactly("news-media", "annotation", "intelligence-source-assessment"),
        "meta-category": exactly("misc"),
        "description": TEXT,
        "template_uuid": _UUID,
        "template_version": _DIGITS,
        "distribution": exactly("5"),
        "timestamp": _DIGITS,
        "Attribute": Each(_ATTRIBUTE),
    },
    {"ObjectReference": Each(_LINK), "comment": ANY_TEXT},
)
MISP_EVENT = Shape(
    "Event",
    {
        "uuid": _UUID,
        "info": TEXT,
        "date": DAY,
        "threat_level_id": exactly("4"),
        "analysis": exactly("1"),
        "distribution": exactly("0"),
        "published": exactly(False),
        "timestamp": _DIGITS,
        "Tag": Each(_TAG),
    },
)


@frozen
class Template:
    """An object template of the MISP project."""

    name: str
    uuid: str
    version: str
    description: str


NEWS = Template(
    "news-media", "691463c5-5302-4847-9bec-4c56ccfec677", "3", "The article a claim stands in."
)
ANNOTATION = Template(
    "annotation", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", "2", "A claim, in the article's words."
)
ASSESSMENT = Template(
    "intelligence-source-assessment",
    "2d3a5895-6c54-50b5-bd25-ce33e974c50a",
    "1",
    "What a reviewer thinks of the source and of the claim.",
)
