"""Who stands behind it, by commands: origins, records, suggestions, second ratings."""

from pathlib import Path

from tests.cli.conftest import Cli
from tests.eight_reports import REPORTS, in_arabic
from tracker.cli.exit_codes import ExitCode

STANDING = {"reports": 7, "outlets": 7, "origins": 2, "origins_unknown": 1}


def eight_reports(cli: Cli, folder: Path) -> list[str]:
    """Add the eight reports, accept the claim of each, judge them; return the claims."""
    claims: list[str] = []
    for number, report in enumerate(REPORTS):
        path = folder / f"{number}.txt"
        path.write_text(report.text, "utf-8")
        cli.done(f"add {path} --date {report.day}", "--outlet", report.outlet)
        found = cli.done("claims list --json").json["claims"]
        claim = next(c["id"] for c in found if report.key in c["quote"] and c["id"] not in claims)
        cli.done(f"claim accept {claim}")
        if wording := in_arabic(report):
            cli.done(f"claim reword {claim}", wording)
        if number:
            how = f"--dependence {report.dependence.value}" if report.dependence else ""
            cli.done(f"corroborate {claims[0]} {claim} --as {report.relation.value} {how}")
        claims.append(claim)
    return claims


def test_eight_reports_of_one_event_have_two_independent_origins(
    empty: Cli, tmp_path: Path
) -> None:
    claims = eight_reports(empty, tmp_path)
    (listed,) = empty.done("assertions --json").json["assertions"]
    assert listed["standing"] == STANDING
    shown = empty.done(f"assertions show {claims[5]} --json").json["assertion"]
    assert shown["id"] == listed["id"]
    assert [one["id"] for one in shown["opposing"]] == [claims[6]]
    assert shown["proposal"] == {"verdict": "disputed", "reason": "contradicted"}
    first, second, unknown = shown["tree"]
    assert [one["counted"] for one in (first, second, unknown)] == [True, True, False]
    assert first["first"]["claim_id"] == claims[0]
    hung = [(one["claim_id"], one["how"]) for one in first["first"]["followers"]]
    assert dict(hung) == {
        **dict.fromkeys(claims[1:4], "reprint"),
        claims[4]: "cites_other",
    }
    assert second["first"] == {"claim_id": claims[5], "how": "", "followers": []}
    assert unknown["first"]["claim_id"] == claims[7]
    out = empty.done(f"assertions show {claims[0]}").out
    assert "7 reports · 7 outlets · 2 origins · 1 not judged" in out
    assert "└─ " in out
    rows = empty.done("export --format csv").out.splitlines()
    (row,) = [row for row in rows if row.startswith(f'"{claims[0]}"')]
    assert '"7","7","2","1"' in row


def test_taking_a_judgement_back_takes_the_origin_back(empty: Cli, tmp_path: Path) -> None:
    claims = eight_reports(empty, tmp_path)
    same = f"corroborate {claims[0]} {claims[5]} --as corroborates --dependence reprint"
    empty.done(same)
    shown = f"assertions show {claims[0]} --json"
    assert empty.done(shown).json["assertion"]["standing"]["origins"] == 1
    empty.done("undo")
    assert empty.done(shown).json["assertion"]["standing"]["origins"] == 2


def test_a_lone_claim_has_a_standing_though_no_assertion(desk: Cli) -> None:
    shown = desk.done("assertions show clm_2 --json").json["assertion"]
    assert shown["standing"] == {"reports": 1, "outlets": 1, "origins": 1, "origins_unknown": 0}
    assert shown["proposal"]["reason"] == "single_anonymous"
    assert "weak until something else is found" in desk.done("assertions show clm_2").out


def test_a_verdict_keeps_its_evidence_and_asks_for_it(desk: Cli) -> None:
    told = desk.done("verdict clm_2 verified")
    assert "Nothing is noted that this verdict rests on." in told.err
    done = desk.done("verdict clm_2 verified --evidence https://example.org/a --evidence film")
    assert done.err == ""
    (assertion,) = desk.done("assertions --json").json["assertions"]
    assert assertion["ruling"]["evidence"] == ["https://example.org/a", "film"]


def test_a_profile_is_edited_field_by_field(desk: Cli) -> None:
    desk.done("source edit src_voice --role ضابط --distance witnessed --number 3 --beat النفط")
    desk.done("source edit src_voice --affiliation قسد --relation inside --known-to editor")
    shown = desk.done("sources show src_voice --json").json["source"]
    profile = shown["profile"]
    assert (profile["role"], profile["distance"], profile["number"]) == ("ضابط", "witnessed", 3)
    assert (profile["beat"], profile["known_to"]) == ("النفط", "editor")
    assert shown["affiliation"] == {"entity": "قسد", "relation": "inside"}
    desk.done("source edit src_voice", "--affiliation", "")
    assert desk.done("sources show src_voice --json").json["source"]["affiliation"] is None
    assert ["distance", "witnessed it"] in desk.done("sources show src_voice").rows
    assert desk("source edit src_voice --relation inside").code == ExitCode.USAGE


def test_suggestions_name_what_speaks_for_them_and_join_nothing(empty: Cli, tmp_path: Path) -> None:
    eight_reports(empty, tmp_path)
    sources = empty.done("sources --json").json["sources"]
    voices = [s["id"] for s in sources if s["label"] == 'مصدر لـ"العربي الجديد"']
    assert len(voices) == 4
    suggested = empty.done(f"source suggest {voices[0]} --json").json["suggestions"]
    assert {one["source"]["id"] for one in suggested} == set(voices[1:])
    assert {"descriptor", "outlet", "near"} <= set(suggested[0]["reasons"])
    other = next(s["id"] for s in sources if "عسكري" in s["label"])
    refused = empty.done(f"source suggest {voices[0]} --with {other} --json").json
    assert refused["block"] == "outlet"
    empty.done(f"source merge {voices[0]} {voices[1]} --reason x --basis asserted_by_outlet --json")
    record = empty.done(f"record {voices[0]} --json").json["record"]
    assert (record["voices"], record["cited"]) == (2, 2)
    links = empty.done(f"sources show {voices[1]} --json").json["source"]["links"]
    assert links[0]["basis"] == "asserted_by_outlet"


def test_a_record_is_of_a_voice_a_class_or_an_outlets_unnamed_voices(
    empty: Cli, tmp_path: Path
) -> None:
    claims = eight_reports(empty, tmp_path)
    empty.done(f"verdict {claims[0]} verified --rationale 'two origins'")
    outlet = "العربي الجديد"
    pooled = empty.done("record --of anonymous --json", outlet).json["record"]
    assert (pooled["voices"], pooled["borne_out"], pooled["refuted"]) == (4, 1, 0)
    assert pooled["letter"] == "F"
    assert "not a random sample" in pooled["caution"]
    voice = pooled["outcomes"][0]
    assert (voice["borne_out"], voice["day"]) == (True, "2020-11-08")
    told = empty.done("record --of anonymous --half-life 365 --shrink 3", outlet).out
    assert "half-life 365 days" in told
    assert "borne out" in told
    assert "not a random sample" in told
    assert empty("record --half-life 9").code == ExitCode.USAGE


def test_a_second_rating_is_blind_and_the_desk_settles_what_is_apart(desk: Cli) -> None:
    desk.done("assign clm_2 --to Sami")
    desk.done("rate clm_2 --credibility 2 --reliability B")
    mine = desk.done("--reviewer Sami disagreements --mine --json").json["disagreements"]
    assert (mine[0]["state"], mine[0]["assessments"]) == ("incomplete", None)
    seen = "--reviewer Sami disagreements"
    assert "B2" not in desk.done(seen).out
    desk.done("--reviewer Sami rate clm_2 --credibility 5")
    (case,) = desk.done("disagreements --state disagree --json").json["disagreements"]
    assert case["axes"] == ["credibility"]
    assert "B2" in desk.done(seen).out
    refused = desk("settle clm_2 --credibility 4")
    assert "needs a rationale" in refused.err
    desk.done("settle clm_2 --credibility 4 --rationale 'the film is older'")
    (case,) = desk.done("disagreements --json").json["disagreements"]
    assert (case["state"], case["settlement"]["credibility"]) == ("accepted", "4")
    desk.done("settle clm_2 --take-back")
    desk.done("settle clm_2 --reject --rationale 'an opinion'")
    assert desk.done("disagreements").rows[0][1] == "rejected"
    desk.done("assign clm_3 --to Sami")
    desk.done("assign clm_3 --from Sami")
    assert desk("assign clm_3").code == ExitCode.USAGE
    assert desk("settle clm_2 --reject --credibility 4").code == ExitCode.USAGE


def test_agreement_says_how_many_claims_it_used(desk: Cli) -> None:
    for claim, ours, theirs in (("clm_1", 2, 2), ("clm_2", 3, 5), ("clm_3", 6, 1)):
        desk.done(f"rate {claim} --credibility {ours} --confidence low --likelihood likely")
        desk.done(f"--reviewer Sami rate {claim} --credibility {theirs}")
    rows = {row[0]: row for row in desk.done("agreement").rows if len(row) == 4}
    assert rows["credibility"][2:] == ["50%", "2 of 3"]
    assert rows["verdict"][1:] == ["–", "–", "0 of 3"]
    found = desk.done("agreement --json").json["agreement"]
    assert found["calibrations"][0]["open"] == 3
    assert found["calibrations"][0]["brier"] is None
    assert found["diagonals"] == []
