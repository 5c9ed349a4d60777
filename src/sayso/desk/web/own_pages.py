"""The pages that show each user something of their own."""

from __future__ import annotations

from sayso.desk.views.agreement import AgreementView, view_agreement
from sayso.desk.views.agreement import Asked as AgreementAsked
from sayso.desk.views.coding import Nothing, Samples, UnitAsked, UnitView, view_samples, view_unit
from sayso.desk.views.saved import Saved
from sayso.desk.web.page import Page
from sayso.desk.web.searches import searches_of

OWN_PAGES = (
    Page(
        path="/coding",
        template="coding.html",
        summary="Samples to code, and how far each coder has come.",
        own=True,
        right="code",
        asked=Nothing,
        shown=Samples,
        view=lambda office, _, viewer: view_samples(office.engine, viewer.name),
    ),
    Page(
        path="/code",
        template="code.html",
        summary="One unit of a sample, as its coder may see it.",
        own=True,
        right="code",
        asked=UnitAsked,
        shown=UnitView,
        view=lambda office, asked, viewer: view_unit(
            office.engine, asked, viewer.name, office.withheld_from(viewer.role)
        ),
    ),
    Page(
        path="/saved",
        template="saved.html",
        summary="The searches that somebody keeps, each with what is new.",
        own=True,
        right="read",
        asked=Nothing,
        shown=Saved,
        view=lambda office, _, viewer: searches_of(office, viewer),
    ),
    Page(
        path="/agreement",
        template="agreement.html",
        summary="How far the coders of a sample agree, and on what they do not.",
        own=True,
        right="code",
        asked=AgreementAsked,
        shown=AgreementView,
        view=lambda office, asked, viewer: view_agreement(
            office.engine, office.log, asked, viewer.name, office.withheld_from(viewer.role)
        ),
    ),
)
