"""A fixed letter goes out by post, by hand or as an e-mail that is put ready, and its case knows the same days."""

from __future__ import annotations

import email
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from huurdersapp.actions import brief_versies, brief_versturen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.reports.email_concept import EmailConcept, email_concept
from huurdersapp.store import undo
from tests.actions.conftest import Made, changed, shown, steps

ON = date(2019, 9, 3)


@pytest.fixture
def case(office: Context, made: Made) -> int:
    """A case whose letter is adopted, from an organisation with signs in its name."""
    made(
        "partij",
        naam="Huurdersvereniging Zuid-Oost & Café ‘t Stée",
        soort="huurdersorganisatie",
        eigen=True,
        plaats="Emmen",
        contact_email="bestuur@delinde.example",
    )
    made("partij", naam="Stichting Domésta", soort="corporatie", contact_email="post@domesta.example")
    made("verhuurder", naam="Domesta", partij=2, straat="Postbus 1", postcode="7800 AA", plaats="Emmen")
    return made(
        "advies",
        onderwerp="de renovatie van de Brontëlaan, ‘fase één’",
        verhuurder=1,
        ontvangen_op="2019-08-01",
        termijn_dagen=42,
        uitkomst="negatief",
        vastgesteld_op="2019-08-30",
        kenmerk_verhuurder="DOM/2019/é",
    )


@pytest.fixture
def letter(office: Context, made: Made, case: int) -> int:
    """Its letter, fixed."""
    number = made("brief", soort="advies", onderwerp="ons advies over de Brontëlaan, ‘fase één’", advies=case)
    brief_versies.fix(office, number)
    return number


def opened(path: Path) -> EmailMessage:
    """The file as a mail program reads it."""
    found = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_letter_and_case_get_the_same_days_in_one_step(office: Context, letter: int, case: int) -> None:
    begun = steps(office)
    told = brief_versturen.send(office, letter, ON, "post", proof="Bewijs in de map")
    assert (told.number, told.registered, told.version, told.warnings) == (letter, "2019-001", 1, ())
    assert steps(office) == begun + 1
    sent = shown(office, "brief", letter)
    assert (sent["verstuurd_op"], sent["verstuurd_wijze"], sent["status"]) == (
        "2019-09-03",
        "post",
        "verstuurd",
    )
    about = shown(office, "advies", case)
    assert (about["verstuurd_op"], about["verstuurd_wijze"]) == ("2019-09-03", "post")
    assert (about["verstuurd_bewijs"], about["status"]) == ("Bewijs in de map", "verstuurd")
    brief_versturen.arrived(office, letter, ON + timedelta(1), proof="Bericht van ontvangst")
    assert steps(office) == begun + 2
    assert shown(office, "brief", letter)["aangekomen_op"] == "2019-09-04"
    about = shown(office, "advies", case)
    assert (about["advies_ontvangen_op"], about["advies_ontvangen_bewijs"]) == (
        "2019-09-04",
        "Bericht van ontvangst",
    )
    assert about["status"] == "ontvangen_door_verhuurder"
    undo.undo(office.store)
    undo.undo(office.store)
    assert shown(office, "advies", case)["verstuurd_op"] is None
    assert shown(office, "brief", letter)["status"] == "vastgelegd"


@pytest.mark.parametrize("way", ["post", "hand", "email"])
def test_each_way_can_be_put_down(office: Context, letter: int, way: str) -> None:
    brief_versturen.send(office, letter, ON, way)
    assert shown(office, "brief", letter)["verstuurd_wijze"] == way


def test_what_is_not_fixed_is_not_sent(office: Context, made: Made, case: int, tmp_path: Path) -> None:
    number = made("brief", soort="advies", onderwerp="ons advies", advies=case)
    begun = steps(office)
    with pytest.raises(UserError, match="nog niet vastgelegd") as told:
        brief_versturen.send(office, number, ON, "post")
    assert told.value.hint
    with pytest.raises(UserError, match="nog niet vastgelegd"):
        brief_versturen.write_email(office, number, tmp_path / "x.eml")
    assert not (tmp_path / "x.eml").exists()
    assert steps(office) == begun


def test_what_came_in_is_not_sent_and_what_was_not_sent_did_not_arrive(
    office: Context, made: Made, letter: int
) -> None:
    incoming = made("brief", richting="binnen", onderwerp="x", ontvangen_op="2019-08-01")
    with pytest.raises(UserError, match="kwam binnen"):
        brief_versturen.send(office, incoming, ON, "post")
    with pytest.raises(UserError, match="nog niet verstuurd"):
        brief_versturen.arrived(office, letter, ON)


def test_days_in_impossible_order_leave_both_as_they_were(office: Context, letter: int, case: int) -> None:
    begun = steps(office)
    with pytest.raises(records.Refused):
        brief_versturen.send(office, letter, date(2019, 8, 1), "post")
    brief_versturen.send(office, letter, ON, "post")
    with pytest.raises(records.Refused):
        brief_versturen.arrived(office, letter, ON - timedelta(1))
    assert steps(office) == begun + 1
    assert shown(office, "advies", case)["advies_ontvangen_op"] is None


def test_a_positive_letter_is_warned_of_before_it_is_sent(office: Context, letter: int, case: int) -> None:
    assert brief_versturen.warnings(office, letter) == []
    changed(office, "advies", case, uitkomst="positief")
    brief_versies.fix(office, letter)
    (told,) = brief_versturen.warnings(office, letter)
    assert told == "Met een positieve brief mag de verhuurder meteen beginnen."
    assert brief_versturen.send(office, letter, ON, "post").warnings == (told,)


def test_sources_that_changed_since_are_warned_of(office: Context, letter: int, case: int) -> None:
    changed(office, "verhuurder", 1, plaats="Assen")
    told = ["Sinds deze brief is vastgelegd is 1 ding veranderd waarop hij steunt."]
    assert brief_versturen.warnings(office, letter) == told
    changed(office, "advies", case, slot="Dag")
    assert "zijn 2 dingen veranderd" in brief_versturen.warnings(office, letter)[0]


def test_a_reminder_tells_its_case(office: Context, made: Made, case: int, letter: int) -> None:
    brief_versturen.send(office, letter, ON, "post")
    brief_versturen.arrived(office, letter, ON)
    number = made("brief", soort="herinnering", onderwerp="uw redenen", advies=case, verhuurder=1)
    brief_versies.fix(office, number, on=date(2019, 9, 19))
    brief_versturen.send(office, number, date(2019, 9, 19), "email")
    about = shown(office, "advies", case)
    assert (about["herinnerd_op"], about["verstuurd_op"]) == ("2019-09-19", "2019-09-03")


def test_the_email_opens_as_a_message_that_was_not_sent(office: Context, letter: int, tmp_path: Path) -> None:
    path = tmp_path / "brief.eml"
    ready = brief_versturen.write_email(office, letter, path)
    message = opened(path)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Ons advies over de Brontëlaan, ‘fase één’" == ready.subject
    assert (ready.to, ready.path) == ("post@domesta.example", path)
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Stichting Domésta", "post@domesta.example")
    (sender,) = message["From"].addresses
    assert sender.display_name == "Huurdersvereniging Zuid-Oost & Café ‘t Stée"
    assert sender.addr_spec == "bestuur@delinde.example"
    assert message["Date"].datetime.date() == date(2019, 9, 2)
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == (
        "Geacht bestuur,\n\n"
        "In de bijlage vindt u onze brief van 2 september 2019.\n\n"
        "Betreft: ons advies over de Brontëlaan, ‘fase één’\nUw kenmerk: DOM/2019/é\n\n"
        "Wilt u ons schrijven op welke dag u deze brief hebt ontvangen?\n\n"
        "Met vriendelijke groet,\n\nHuurdersvereniging Zuid-Oost & Café ‘t Stée\n"
    )
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == ready.attachment == brief_versies.versions(office, letter)[0].name
    assert attached.get_content() == brief_versies.pdf(office, letter, 1)
    assert path.read_bytes().isascii()


def test_putting_an_email_ready_sends_nothing_and_writes_nothing_down(
    office: Context, letter: int, tmp_path: Path
) -> None:
    begun = steps(office)
    brief_versturen.write_email(office, letter, tmp_path / "brief.eml")
    assert steps(office) == begun
    assert shown(office, "brief", letter)["verstuurd_op"] is None


def test_another_address_goes_before_the_known_one(office: Context, letter: int, tmp_path: Path) -> None:
    brief_versturen.write_email(office, letter, tmp_path / "brief.eml", to="directie@domesta.example")
    (to,) = opened(tmp_path / "brief.eml")["To"].addresses
    assert (to.display_name, to.addr_spec) == ("", "directie@domesta.example")


@pytest.mark.parametrize(
    "to", ["geen adres", "@domesta.example", "a@", "a@b\nBcc: c@d", "a, b@c", "jé@x.example"]
)
def test_what_is_no_address_is_told(office: Context, letter: int, tmp_path: Path, to: str) -> None:
    with pytest.raises(UserError, match="geen e-mailadres"):
        brief_versturen.write_email(office, letter, tmp_path / "brief.eml", to=to)
    assert not list(tmp_path.iterdir())


def test_without_a_known_address_the_sender_fills_it_in(office: Context, letter: int, tmp_path: Path) -> None:
    changed(office, "partij", 2, contact_email="bel ons maar")
    changed(office, "partij", 1, contact_email=None)
    ready = brief_versturen.write_email(office, letter, tmp_path / "brief.eml")
    message = opened(tmp_path / "brief.eml")
    assert (message["To"], message["From"], ready.to) == (None, None, "")


def test_an_email_has_its_own_ending(office: Context, letter: int, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.eml"):
        brief_versturen.write_email(office, letter, tmp_path / "brief.pdf")


def test_no_words_of_a_record_reach_the_headers_beyond_their_own() -> None:
    """A line break in a name would otherwise begin a header of its own."""
    values = EmailConcept(
        van_naam="De Linde\nBcc: iedereen@x.example",
        van_adres="a@b.example",
        aan_naam="Lefier",
        aan_adres="c@d.example\r\nBcc: nog@x.example",
        onderwerp="Advies\r\nBcc: nog@x.example",
        alineas=("Dag,",),
        bijlage_naam="brief\n.pdf",
        bijlage=b"%PDF-",
        made=clock.now(),
    )
    message = email.message_from_bytes(email_concept(values), policy=default)
    assert (message["Bcc"], message["To"]) == (None, None)
    assert message["Subject"] == "Advies Bcc: nog@x.example"
