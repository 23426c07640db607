from __future__ import annotations

from imgorigin.plans import UNLIMITED, Plan, Plans, PlanTable

NAMES = ("free", "basic", "premium")


def test_the_plans_of_the_contract_are_there_and_nobody_is_bound_by_default() -> None:
    plans = Plans()
    assert plans.of("") == UNLIMITED == Plan(name="unlimited")
    told = {
        plan.name: (plan.requests_per_minute, plan.concurrent_paints, plan.images_per_month)
        for plan in map(plans.of, ("free", "basic", "standard", "pro"))
    }
    assert told == {
        "free": (30, 1, 120),
        "basic": (60, 3, 240),
        "standard": (120, 5, 480),
        "pro": (300, 10, 1200),
    }


def test_a_table_changes_what_it_says_and_makes_new_plans() -> None:
    told = {"pro": PlanTable(requests_per_minute=0), "two-a-day": PlanTable(images_per_month=60)}
    plans = Plans(told, "two-a-day")
    assert plans.of("pro") == Plan(name="pro", concurrent_paints=10, images_per_month=1200)
    assert plans.default == Plan(name="two-a-day", images_per_month=60)
    assert plans.of("basic") == Plans().of("basic")


def test_a_plan_is_known_by_its_name_as_answers_write_it_and_what_is_gone_is_the_default() -> None:
    plans = Plans({"two-a-day": PlanTable()}, "free")
    assert plans.of("two-a-day").title == "Two A Day"
    assert plans.of(plans.of("pro").title) == plans.of("pro")
    assert plans.of("gone") == plans.of("") == plans.of("free")


def test_the_plans_of_imagineo_have_its_requests_a_minute_by_its_api() -> None:
    plans = Plans({"basic": PlanTable(requests_per_minute=7)})
    told = {name: (plans.of(name).per_minute("imagineo"), plans.of(name).per_minute("")) for name in NAMES}
    assert told == {"free": (10, 30), "basic": (7, 7), "premium": (100, 100)}
    assert Plans().of("basic").per_minute("imagineo") == 30


def test_the_plans_of_the_image_ai_api_are_there() -> None:
    told = {
        plan.name: (plan.images_per_month, plan.requests_per_minute)
        for plan in map(Plans().of, ("Starter", "Professional", "Enterprise"))
    }
    assert told == {"starter": (500, 10), "professional": (2000, 30), "enterprise": (5000, 100)}
