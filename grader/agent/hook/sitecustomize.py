"""Loaded by Python at its start in the learner's program, through PYTHONPATH: starts the hook, once."""

import _labo_hook

_labo_hook.start()
