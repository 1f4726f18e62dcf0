"""The words of all scripts: the one place where a language is added.

A name in braces stands for what the script puts there: ``{n}``. A text that counts has a form for each plural of its
language, by the names of Unicode (``one``, ``few``, ``other``); the browser says which of them fits a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

Words = str | Mapping[str, str]
"""A text, or its forms by number."""

_OF_PLAYER: Mapping[str, Words] = {
    # Numbers and times
    "seconds": {"one": "{n} second", "other": "{n} seconds"},
    "brief": "{n} s",
    "minutes": {"one": "{n} minute", "other": "{n} minutes"},
    "minutesIn": "{minutes} minutes",
    "halfMinute": "half a minute",
    "times": {"one": "Once", "other": "{n} times"},
    "of": "of {n}",
    # Sides
    "both": "Both",
    "leftFirst": "Both, left first",
    "right": "Right",
    "left": "Left",
    "onSide": "{what}, {side}",
    "rightSide": "right side",
    "leftSide": "left side",
    # Before it begins
    "guided": "Guided stretch",
    "readyAsk": "Ready?",
    "about": "About {time}",
    "version": "Version",
    "length": "How long",
    "holding": "Hold for",
    "repetitions": "Repetitions",
    "sets": "How many times",
    "sides": "Sides",
    "steps": "Show me the steps first",
    "sound": "Tones",
    "vibration": "Vibration",
    "voice": "Voice",
    "noVoice": "This device has no voice of its own for this language. Tones, vibration and the screen tell you when.",
    "start": "Start",
    "fetching": "Fetching pictures: {n} of {all}",
    "goOnAt": "Go on where you were: {phase}",
    # While it runs
    "timer": "Timer",
    "ready": "Get ready",
    "nextIs": "Next: {title}",
    "takeTime": "Take your time",
    "inPlace": "I’m in place",
    "hold": "Hold",
    "press": "Press gently",
    "repeat": "Repeat",
    "effort": "At {n} % of full effort",
    "change": "Change sides",
    "nowSide": "Now the {side}",
    "rest": "Rest",
    "again": "Then once more",
    "halfway": "Halfway",
    "last": "Then you are done",
    "step": "Step {n}",
    "in": "Breathe in",
    "out": "Breathe out",
    "stretchOf": "Stretch {n} of {all}",
    "roundOf": "Round {n} of {all}",
    "sideOf": "{side}, {n} of {all}",
    "back": "Back",
    "skip": "Skip",
    "pause": "Pause",
    "paused": "Paused",
    "goOn": "Go on",
    "away": {"one": "Paused. {phase}: {n} second left", "other": "Paused. {phase}: {n} seconds left"},
    "keys": "Space: pause. Arrows: back and skip. Esc: close.",
    "close": "Close",
    # Too much, and when to stop
    "tooMuch": "Too much?",
    "easierTitle": "Too much? Make it easier",
    "tryInstead": "Try instead:",
    "whenToStop": "When to stop",
    "safety": "More on safety",
    "skipThis": "Skip this part",
    "end": "End here",
    # Done
    "finished": "Finished",
    "done": "Done",
    "howOften": "How often: {every}.",
    "soreAfter": "Sore afterwards?",
    "goesWith": "Goes well with it: {title}",
    "another": "Another time: {title}",
    "onceMore": "Do it again",
    "finish": "Finish",
}

_OF_FINDING: Mapping[str, Words] = {
    # Choosing, and the search
    "browse.shown": {"one": "{n} of {all} stretches", "other": "{n} of {all} stretches"},
    "browse.all": {"one": "{n} stretch", "other": "{n} stretches"},
    "browse.clear": "Clear all",
    "browse.filter": "{name} ({n})",
    "browse.off": "Take off: {name}",
    "browse.nothing": "No stretch has all of this.",
    "browse.loosen": {"one": "Without “{name}”: {n} stretch", "other": "Without “{name}”: {n} stretches"},
    "browse.legend": "{name}, any of these",
    "search.name": "Search",
    "search.field": "What feels stiff?",
    "search.close": "Close",
    "search.hint": "A place, a complaint, a muscle, a moment, a time: “stiff neck”, “can’t kneel”, “5 minutes”.",
    "search.found": {"one": "{n} answer", "other": "{n} answers"},
    "search.first": "The first {n} answers; another word finds fewer.",
    "search.nothing": "Nothing is called “{query}” here. Begin with a part of the body:",
    "search.failed": "The search could not be loaded.",
    "search.browse": "Browse all stretches",
    "search.kind.guide": "Stretch",
    "search.kind.routine": "Routine",
    "search.kind.area": "Body area",
    "search.kind.moment": "Moment",
    "search.kind.choice": "List",
    "search.kind.caution": "Take care",
    "search.kind.muscle": "Muscle",
    "search.kind.word": "Word",
    "search.kind.page": "Page",
}


FILES: Mapping[str, Mapping[str, Words]] = {
    "javascripts/strings.js": _OF_PLAYER,
    "javascripts/strings-finding.js": _OF_FINDING,
}
"""What the scripts import. A publisher's own file at one of these addresses takes its place."""


def module(words: Mapping[str, Words]) -> str:
    """Words as a module of JavaScript."""
    return f"export default {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n"
