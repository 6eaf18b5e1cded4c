"""The API: its own description, tried with everything that it allows and much that it does not."""

import json

import jsonschema
import schemathesis
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok

from watchbill.web.api import api

DESCRIBED = json.loads(json.dumps(api.get_openapi_schema()))
OPERATIONS = [
    result.ok()
    for result in schemathesis.openapi.from_dict(DESCRIBED).get_all_operations()
    if isinstance(result, Ok)
]
SLUGS = st.one_of(st.sampled_from(["kamloops-cso", "hsaa-station"]), st.from_regex(r"[-\w]{1,20}"))


def test_it_describes_four_questions() -> None:
    assert sorted(operation.path for operation in OPERATIONS) == [
        "/api/services",
        "/api/services/{slug}/coverage",
        "/api/services/{slug}/findings",
        "/api/services/{slug}/roster",
    ]


@given(data=st.data())
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_answer_is_as_described(steward: Client, data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(OPERATIONS))
    case = data.draw(operation.as_strategy())
    if "slug" in (case.path_parameters or {}):
        case.path_parameters["slug"] = data.draw(st.one_of(SLUGS, st.just("no-such")))
    answer = steward.get(case.formatted_path, case.query or {})
    responses = DESCRIBED["paths"][operation.path][operation.method]["responses"]
    shape = responses[str(answer.status_code)]["content"]["application/json"]["schema"]
    jsonschema.validate(answer.json(), {**shape, "components": DESCRIBED["components"]})


def test_it_says_which_services_are_yours(steward: Client) -> None:
    assert [one["role"] for one in steward.get("/api/services").json()["services"]] == [
        "steward"
    ] * 4


def test_it_gives_findings_with_figures(steward: Client) -> None:
    answer = steward.get("/api/services/foothills-communications/findings").json()
    assert answer["from"] == "2024-09-23"
    assert answer["findings"][0]["measured"] == {"amount": "42.125", "unit": "h/week"}


def test_it_gives_coverage_or_only_where_it_is_short(steward: Client) -> None:
    short = steward.get("/api/services/hsaa-station/coverage", {"short": True}).json()["covers"]
    assert [(one["need"], one["have"]) for one in short] == [(3, 2), (3, 2)]
    assert len(steward.get("/api/services/hsaa-station/coverage").json()["covers"]) > 100


def test_the_roster_with_everybody_s_cost_is_not_for_every_role(
    client: Client, steward: Client
) -> None:
    assert steward.get("/api/services/kamloops-cso/roster").json()["cost"] == "162360.00"
    client.force_login(User.objects.get(username="member"))
    answer = client.get("/api/services/kamloops-cso/roster")
    assert (answer.status_code, "role" in answer.json()["detail"]) == (403, True)


def test_it_answers_for_another_schedule_by_its_first_date(steward: Client) -> None:
    address = "/api/services/hsaa-station/findings"
    assert steward.get(address, {"from": "2024-05-06"}).json()["from"] == "2024-05-06"
    assert steward.get(address, {"from": "2024-05-07"}).status_code == 404


def test_what_is_not_asked_for_rightly_is_told_as_json(steward: Client) -> None:
    station = "services/hsaa-station/coverage?short=perhaps"
    for asked, status in (("nothing", 404), ("services/no-such/findings", 404), (station, 422)):
        answer = steward.get(f"/api/{asked}")
        assert answer.status_code == status
        assert answer.json()["detail"]
