"""The form: one question at a time, nothing sent that was not agreed to, nothing typed twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.booking.draft import Draft, check
from botox_faq.booking.form import MOST_QUESTIONS, Form
from tests.sample_clinic import CLINIC, NOW, WORDING, WORDS, content

KEPT = ("Can I drive home after it?", "Does it show?")


def form(kept=(), read=(), draft=None, **clinic) -> Form:
    return Form(content(**clinic).clinic, WORDING, kept, read, draft)


def fill(one: Form, name="Maria", contact="020 7946 0123") -> Form:
    """Through the form to its summary, by the shortest way."""
    one.take(1)
    one.write(name)
    one.next()
    one.write(contact)
    one.next()
    one.next()  # days
    one.take(1)  # any time
    one.next()  # questions
    if one.step == "sharing":
        one.take(1)
    if one.step == "message":
        one.take(1)
    assert one.step == "summary", one.step
    return one


def labels(one: Form) -> list[str]:
    return [option.label for option in one.page().options]


def consent(one: Form) -> None:
    one.take(len(one.page().options) - 1)


def send(one: Form):
    return one.take(len(one.page().options))


def test_the_order_of_the_questions():
    one = form(kept=KEPT)
    seen = [one.step]
    one.take(1)
    seen.append(one.step)
    for text in ("Maria", "020 7946 0123"):
        one.write(text)
        one.next()
        seen.append(one.step)
    one.next()
    seen.append(one.step)
    one.take(1)
    seen.append(one.step)
    one.next()
    seen.append(one.step)
    one.take(1)
    seen.append(one.step)
    one.take(1)
    seen.append(one.step)
    assert seen == ["adult", "name", "contact", "days", "part", "questions", "sharing", "message", "summary"]
    assert (one.page().number, one.page().count) == (9, 9)


def test_under_18_ends_and_keeps_nothing():
    one = form(kept=KEPT)
    one.take(2)
    assert one.step == "young"
    assert one.draft == Draft(adult=False)
    assert not one.back()
    assert one.take(1) == "leave"


def test_nothing_is_sent_without_consent_and_consent_is_never_ticked_before():
    one = fill(form())
    assert one.page().options[-2].ticked is False
    assert send(one) is None
    assert one.error == WORDS.consent_missing
    consent(one)
    assert send(one) == "send"


def test_what_was_filled_in_is_what_is_requested():
    one = form(kept=KEPT, read=("how-often",))
    one.take(1)
    one.write("  Maria\x1b[31m ")
    one.next()
    one.write("Maria@Clinic.example")
    one.next()
    one.take(1)
    one.take(3)
    one.next()
    one.take(2)
    one.take(2)  # the second kept question out
    one.take(3)  # the first suggested one in
    one.next()
    one.take(1)
    consent(one)
    assert send(one) == "send"
    request = one.request(NOW)
    assert request.first_name == "Maria[31m"
    assert (request.contact.kind, request.contact.value) == ("email", "Maria@clinic.example")
    assert request.days == (0, 2)
    assert request.part == "morning"
    assert request.questions == (KEPT[0], WORDS.suggested[0])
    assert request.read == ("how-often",)
    assert request.may_leave_message is None
    assert request.reference == ""
    assert WORDS.sharing_hint in request.consent
    assert "90 days" in request.consent


def test_questions_stay_behind_without_their_own_consent():
    one = form(kept=KEPT, read=("how-often",))
    fill(one)
    one.take(labels(one).index(WORDS.row_sharing) + 1)
    one.take(2)
    assert one.step == "summary"
    request = one.request(NOW)
    assert (request.questions, request.read, request.questions_consent) == ((), (), False)
    assert WORDS.sharing_hint not in request.consent


def test_other_words_of_consent_are_another_version():
    one, other = fill(form(kept=KEPT)).request(NOW), fill(form()).request(NOW)
    assert one.consent_version != other.consent_version
    assert other.consent_version == fill(form()).request(NOW).consent_version


def test_a_name_may_stay_empty_with_a_phone_but_not_with_an_email_address():
    assert fill(form(), name="").step == "summary"
    one = form()
    one.take(1)
    one.next()
    one.write("maria@clinic.example")
    one.next()
    assert (one.step, one.error) == ("name", WORDS.name_needed)
    one.write("Maria")
    one.next()
    assert (one.step, one.written, one.error) == ("contact", "maria@clinic.example", "")
    one.next()
    assert one.step == "days"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", "contact_empty"), ("020 79", "contact_phone"), ("a@b", "contact_email"), ("0909 8790123", "contact_premium")],
)
def test_a_wrong_contact_is_said_beside_it_and_stays_as_typed(typed, problem):
    one = form()
    one.take(1)
    one.next()
    one.write(typed)
    one.next()
    assert (one.step, one.error, one.written) == ("contact", getattr(WORDS, problem), typed)


def test_a_number_of_an_unknown_kind_is_asked_about_once():
    one = form()
    one.take(1)
    one.next()
    one.write("07700 900123")
    one.next()
    assert one.error == WORDS.contact_unsure
    one.next()
    assert one.step == "days"


def test_any_line_of_the_summary_can_be_changed_and_leads_back():
    one = fill(form())
    for number, label in enumerate(labels(one)[:-2], 1):
        one.take(number)
        assert one.step != "summary"
        if one.page().kind == "one":
            one.take(1)
        else:
            one.next()
        assert one.step == "summary", label


def test_changing_the_contact_to_a_phone_asks_for_what_is_missing_then():
    one = fill(form(), contact="maria@clinic.example")
    assert WORDS.row_message not in labels(one)
    one.take(2)
    one.write("020 7946 0123")
    one.next()
    assert one.step == "message"
    one.take(2)
    assert one.step == "summary"
    assert one.request(NOW).may_leave_message is True


def test_what_was_typed_is_there_again_in_a_second_try():
    one = fill(form(kept=KEPT))
    one.take(labels(one).index(WORDS.row_questions) + 1)
    one.take(1)
    again = form(kept=(*KEPT, "And after?"), draft=one.draft)
    assert again.step == "adult"
    assert again.draft.name == "Maria"
    assert again.draft.questions == (KEPT[1], "And after?")


def test_one_token_while_nothing_changes():
    numbers = iter("abc")
    one = fill(form())
    assert [one.token(lambda: next(numbers)) for _ in range(2)] == ["a", "a"]
    consent(one)
    assert one.token(lambda: next(numbers)) == "b"


def test_kept_questions_have_an_end():
    one = form(kept=[f"Question {n}?" for n in range(50)])
    assert len(one.draft.questions) == MOST_QUESTIONS
    assert one.draft.questions[-1] == "Question 49?"


def test_routes_are_offered_where_there_is_a_choice():
    one = form(routes=("link", "request", "phone"), link="https://clinic.example/book")
    one.take(1)
    assert (one.step, labels(one)) == ("routes", [WORDS.route_link, WORDS.route_request, WORDS.route_phone])
    one.take(1)
    assert one.step == "handed-off"
    assert one.page().code
    assert one.back()
    one.take(2)
    assert one.step == "name"


def test_a_clinic_that_only_rings_shows_its_number():
    one = form(routes=("phone",))
    one.take(1)
    assert one.step == "handed-off"
    assert CLINIC.phone in one.page().hint
    assert one.take(1) == "leave"


moves = st.one_of(
    st.tuples(st.just("take"), st.integers(-1, 12)),
    st.tuples(st.just("write"), st.text(max_size=20) | st.sampled_from(["020 7946 0123", "m@clinic.example", "Maria"])),
    st.tuples(st.just("next"), st.none()),
    st.tuples(st.just("back"), st.none()),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(moves, max_size=60), st.sampled_from([("request", "phone"), ("link", "request"), ("phone",)]))
def test_no_walk_leads_astray_and_only_a_complete_form_is_sent(walk, routes):
    one = form(kept=KEPT, routes=routes, link="https://clinic.example/book")
    for move, value in walk:
        typed = one.draft
        wish = getattr(one, move)(*(() if value is None else (value,)))
        if move in ("next", "back"):
            assert (one.draft.name, one.draft.contact) == (typed.name, typed.contact)
        assert one.step in one.steps
        assert one.page().title
        if wish == "send":
            assert check(one.draft, one.clinic, WORDS) == {}
            assert one.draft.adult is True
            assert one.draft.consent is True
            assert one.request(NOW).contact.value
        if one.draft.adult is False:
            assert one.draft == Draft(adult=False)
