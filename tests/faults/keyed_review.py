"""Reviews the sample by keys and says after each what the screen confirmed; is killed meanwhile.

``python -m tests.faults.keyed_review DATABASE`` goes on where the database was left.
"""

import asyncio
import json
import os
import sys

from attrs import evolve

from tests.desk import make_session
from tests.pilot.desk_app import Driver, driven
from tests.pilot.gold_reviewer import GoldReviewer
from tracker.model import Article
from tracker.services.session import random_id
from tracker.store import Store, open_store


async def review(store: Store) -> None:
    """Press keys until every claim of the sample is decided."""
    session = evolve(make_session(store), new_id=random_id)

    async with driven(session) as driver:

        async def tell() -> None:
            confirmed = {"sequence": store.sequence, "said": _said(driver)}
            # Past sys.stdout, which the running application holds and may delay.
            os.write(1, f"{json.dumps(confirmed)}\n".encode())

        reviewer = GoldReviewer(driver, tell)
        if store.count(Article) == 0:
            await reviewer.press("enter")
        await reviewer.press("enter")
        await reviewer.press("m", "u", "B", "3", "equals_sign", "u")
        await reviewer.review()
        await reviewer.press("2", "C", "v", "enter")


def _said(driver: Driver) -> str:
    return driver.said.text if driver.app.screen.query("StatusLine") else ""


if __name__ == "__main__":
    asyncio.run(review(open_store(sys.argv[1])))
