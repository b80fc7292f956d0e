"""Several processes on one database: each is given what no other is."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack

import pytest
from tests.databases import Place

HOSTS = 3
TIMES = 25

# What each process does, with the address of the database and its own number.
HOST = f"""
import json, sys
from datetime import UTC, date, datetime
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.plugin import SqlStorePlugin

url, host = sys.argv[1:]
day, now = date(2026, 11, 21), datetime(2026, 11, 21, tzinfo=UTC)
plugin = SqlStorePlugin(Database(DatabaseConfig.at(url, durable=False)))
numbers, counters = plugin.eservices_numbers("azersu"), plugin.eservices_counters()
payments = plugin.eservices_payment_store()
print("ready", flush=True)
sys.stdin.readline()
given = {{"numbers": [], "figures": [], "orders": []}}
for time in range({TIMES}):
    given["numbers"].append(numbers.issue("service", day))
    given["figures"].append(counters.note("name", f"{{host}}/{{time}}", day))
    bill = Bill(SubscriberCode("1"), Money.of(1))
    # The same wish in every process, each time another.
    order = PaymentOrder.of("service", host, f"journey {{time}}", Fin("5XJ1K2A"), bill, now)
    given["orders"].append(payments.open(order).utility)
print(json.dumps(given))
"""


@pytest.fixture
def given(place: Place) -> list[dict[str, list[object]]]:
    """What each process was given; they begin at the same moment."""
    with ExitStack() as stack:
        hosts = [
            stack.enter_context(
                subprocess.Popen(
                    [
                        sys.executable,
                        "-W",
                        "error",
                        "-c",
                        HOST,
                        place.config.url.value,
                        str(number),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for number in range(HOSTS)
        ]
        for host in hosts:
            assert host.stdout is not None
            assert host.stdout.readline() == "ready\n"
        for host in hosts:
            assert host.stdin is not None
            host.stdin.write("\n")
            host.stdin.flush()
        return [json.loads(host.communicate()[0]) for host in hosts]


def test_hosts_share_one_sequence_one_count_and_one_order(
    given: list[dict[str, list[object]]],
) -> None:
    """No number and no figure is given twice, none is left out; of one wish all have one order."""
    every = range(1, HOSTS * TIMES + 1)
    numbers = [number for host in given for number in host["numbers"]]
    assert sorted(map(str, numbers)) == [f"AZS-2026-{number:06}" for number in every]
    figures = [figure for host in given for figure in host["figures"]]
    assert sorted(map(int, map(str, figures))) == [*every]
    assert len({tuple(host["orders"]) for host in given}) == 1
