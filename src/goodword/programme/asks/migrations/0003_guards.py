"""The database refuses a reservation that breaks a rest or a cap, whoever inserts it."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("asks", "0002_load")]
    # 0006 puts them up: they name columns that are added there.
    operations: ClassVar[list[migrations.operations.base.Operation]] = []
