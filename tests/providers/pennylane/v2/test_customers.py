"""Which customer an invoice goes to, and when the person is asked instead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.client.errors import Refused
from app.client.transport import WireRequest
from app.practice.pennylane.desk import TOKEN
from app.practice.pennylane.v2 import PennylaneV2
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.import_driving import steps
from tests.providers.pennylane.v2.cases import BUYER, a_line_to, draft, practice, submission

ADDRESS = {"address": "1 rue X", "postal_code": "69001", "city": "Lyon", "country_alpha2": "FR"}
URL = "https://app.pennylane.com/api/external/v2"


def add(company: PennylaneV2, **told: Any) -> str:
    body = {"name": "Dupont & Fils", "billing_address": ADDRESS} | told
    headers = (("authorization", f"Bearer {TOKEN}"), ("content-type", "application/json"))
    answer = company.answer(
        WireRequest("POST", f"{URL}/company_customers", headers, json.dumps(body).encode())
    )
    assert answer.status == 201, answer.content
    return str(json.loads(answer.content)["id"])


def customer_of(company: PennylaneV2, **told: Any) -> tuple[str, list[str]]:
    of = draft(buyer=told.pop("buyer", BUYER))
    to = a_line_to(company)
    to.run(PROVIDER.submit(submission(of, **told)), of)
    held: Any = company.documents()[-1]
    return str(held["customer"]["id"]), steps(to.calls)


def test_a_customer_known_by_our_contact_is_taken() -> None:
    company = practice()
    ours = add(company, external_reference="factotum-c-77", name="Renamed there")
    assert customer_of(company)[0] == ours


def test_a_customer_is_found_by_the_companys_number() -> None:
    company = practice()
    ours = add(company, reg_no="732829320", name="DUPONT")
    found, asked = customer_of(company)
    assert found == ours
    assert "customer.create" not in asked


def test_the_number_is_read_from_a_french_vat_number() -> None:
    company = practice()
    ours = add(company, reg_no="732829320", name="DUPONT")
    buyer = {**BUYER, "tax_ids": [{"scheme": "vat", "value": "FR 44 732829320"}]}
    assert customer_of(company, buyer=buyer)[0] == ours


def test_a_customer_is_found_by_name() -> None:
    company = practice()
    ours = add(company)
    assert customer_of(company)[0] == ours


def test_one_of_the_same_name_with_another_vat_number_is_another_company() -> None:
    company = practice()
    other = add(company, vat_number="FR96552100999")
    found, asked = customer_of(company)
    assert found != other
    assert "customer.create" in asked


def test_a_shared_mail_address_alone_makes_nobody_the_customer() -> None:
    company = practice()
    agent = add(company, name="Cabinet Comptable", emails=["achats@dupont.example"])
    assert customer_of(company)[0] != agent


def test_a_mail_address_finds_the_customer_under_a_longer_name() -> None:
    company = practice()
    ours = add(company, name="DUPONT & FILS SAS", emails=["achats@dupont.example"])
    assert customer_of(company)[0] == ours


def test_two_that_fit_are_for_the_person_to_choose_between() -> None:
    company = practice()
    add(company)
    add(company)
    with pytest.raises(Refused) as refused:
        customer_of(company)
    assert (refused.value.code, refused.value.params["count"]) == ("customer_ambiguous", "2")
    assert company.documents() == []


def test_the_one_the_person_chose_is_taken() -> None:
    company = practice()
    add(company)
    ours = add(company)
    found, asked = customer_of(company, options={"customer_id": ours})
    assert found == ours
    assert asked[0] == "customer.fetch"


def test_a_chosen_customer_that_is_gone_is_not_replaced() -> None:
    with pytest.raises(Refused) as refused:
        customer_of(practice(), options={"customer_id": "999999"})
    assert refused.value.code == "customer_gone"


def test_one_learned_before_that_is_gone_is_looked_for_again() -> None:
    _, asked = customer_of(practice(), known={"customer:c-77": "999999"})
    assert asked[:2] == ["customer.fetch", "customer.find_reference"]


def test_no_customer_is_created_against_the_persons_will() -> None:
    with pytest.raises(Refused) as refused:
        customer_of(practice(), options={"create_customer": False})
    assert refused.value.code == "customer_not_found"


def test_a_person_is_created_with_two_names() -> None:
    company = practice()
    buyer = {**BUYER, "name": "Anne Marie Petit", "tax_ids": [], "contact_name": ""}
    customer_of(company, buyer=buyer, options={"customer_type": "individual"})
    made: Any = company.state()
    held = made["records"]["customers"][-1]
    assert (held["first_name"], held["last_name"]) == ("Anne Marie", "Petit")


def test_a_new_customer_has_all_of_the_buyer_that_they_can_hold() -> None:
    company = practice()
    customer_of(company)
    state: Any = company.state()
    held = state["records"]["customers"][-1]
    assert held["billing_address"] == {
        "address": "12 rue de l’Été\nBâtiment B",
        "postal_code": "69001",
        "city": "Lyon",
        "country_alpha2": "FR",
    }
    assert (held["vat_number"], held["reg_no"]) == ("FR44732829320", "732829320")
    assert (held["recipient"], held["emails"]) == ("Mme Petit", ["achats@dupont.example"])
