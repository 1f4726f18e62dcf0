"""The pictures of each version are one film strip: one frame for all seen from one place, and one size on a phone."""

from __future__ import annotations

import re
from collections import defaultdict

from pages_server import PagesSite
from records import ROOT, real_library
from screens import Look, Screen, scales_of_steps
from site_pages import path_of
from stretchguide.gallery.gallery import CACHE, Gallery, poses_of
from stretchguide.gallery.picture import Picture


def test_the_body_changes_its_size_in_no_version(real_site: PagesSite) -> None:
    assert real_site, "it has drawn them all"
    gallery, jumps = Gallery(ROOT / CACHE), []
    for id, guide in real_library().guides.items():
        for variant, row in zip(guide.record.variants, gallery.pictures(guide.record), strict=True):
            sizes = defaultdict(set)
            for pose, picture in zip(poses_of(variant), row, strict=True):
                if isinstance(picture, Picture):
                    size = re.findall(r'viewBox="\S+ \S+ (\S+ \S+)"', picture.inline)[0]
                    sizes[str((pose or {}).get("view"))].add(size)
            jumps += [(id, variant.id, view) for view, found in sizes.items() if len(found) > 1]
    assert jumps == []


def test_the_cards_of_a_version_show_it_in_one_size(look: Look) -> None:
    page = look(Screen("phone", "light"), path_of(next(iter(real_library().shown))))
    assert max(scales_of_steps(page)) <= 1.02 * min(scales_of_steps(page))
