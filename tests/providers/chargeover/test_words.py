"""Every code has its words in both languages, and every option stands in a form."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from app.client import words as common
from app.providers import PROVIDERS, chargeover_v3
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.coverage import IGNORES, LEFT
from app.providers.chargeover_v3.options import EMAIL_ARGUMENTS, PAYMENT_ARGUMENTS

FOLDER = Path(chargeover_v3.__file__).parent
ALL_OPTIONS = (*PROVIDER.options, *EMAIL_ARGUMENTS, *PAYMENT_ARGUMENTS)


def known(code: str) -> bool:
    return code in PROVIDER.words or any(
        code in table for table in vars(common).values() if isinstance(table, dict)
    )


def test_chargeover_is_offered() -> None:
    assert PROVIDER in PROVIDERS


def test_every_reason_and_notice_in_the_code_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    codes = set(re.findall(r'"((?:why|notice)\.[a-z_]+)"', source)) | {*IGNORES.values(), *LEFT.values()}
    assert [code for code in sorted(codes) if not known(code)] == []


def test_every_error_and_problem_in_the_code_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    raised = re.findall(r'(?:Refused|Unexpected|Unauthorised|Throttled)\(\s*"([a-z_]+)"', source)
    found = re.findall(r'Problem\([^"]*(?:"[a-z_.]*", )?"([a-z_]+)", "(?:error|warning|note)"', source)
    assert len(raised) > 8
    assert len(found) > 8
    assert [code for code in raised if not known(f"error.{code}")] == []
    assert [code for code in found if f"problem.{code}" not in PROVIDER.words] == []


def test_every_option_group_choice_action_list_and_secret_has_words() -> None:
    wanted = {f"option.{spec.name}" for spec in ALL_OPTIONS}
    wanted |= {f"option.{spec.name}.help" for spec in ALL_OPTIONS}
    wanted |= {f"group.{spec.group}" for spec in ALL_OPTIONS}
    wanted |= {f"choice.{spec.name}.{value}" for spec in ALL_OPTIONS for value in spec.choices}
    wanted |= {f"action.{action.id}" for action in PROVIDER.actions}
    wanted |= {f"list.{listed.id}" for listed in PROVIDER.lists}
    wanted |= {f"dialect.{dialect.id}" for dialect in PROVIDER.dialects}
    for scheme in PROVIDER.schemes:
        wanted |= {f"scheme.{scheme.id}", *(f"secret.{field.name}" for field in scheme.fields)}
        wanted |= {f"secret.{field.name}.help" for field in scheme.fields}
    assert wanted - PROVIDER.words.keys() == set()


def test_both_languages_speak_of_the_same_things() -> None:
    for code, (english, french) in PROVIDER.words.items():
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (english, french)]
        assert names[0] == names[1], code
        assert not re.search("[a-zà-ü] [:;!?]", french), code
        assert "'" not in french, code


def test_no_option_is_there_twice_and_each_list_exists() -> None:
    keys = [(spec.level, spec.name) for spec in PROVIDER.options]
    assert len(keys) == len(set(keys))
    lists = {listed.id for listed in PROVIDER.lists}
    assert {spec.list_id for spec in PROVIDER.options if spec.list_id} <= lists
