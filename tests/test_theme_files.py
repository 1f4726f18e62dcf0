"""What no reader loads is left out of the site, and nothing else."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from pages_server import PagesSite
from stretchguide.hook.theme_files import leave_out_unread

OF_SEARCH = ["assets/javascripts/lunr/min/lunr.de.min.js", "assets/javascripts/workers/search.js"]
READ = ["assets/javascripts/bundle.js", "assets/stylesheets/main.css"]
MAPS = [f"{uri}.map" for uri in READ]
MINE = ["assets/my.map", "assets/javascripts/lunr/mine.js"]


def test_source_maps_and_the_theme_s_search(tmp_path: Path) -> None:
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    (tmp_path / "docs").mkdir()
    config.load_dict({"site_name": "Site", "plugins": []})
    assert config.validate() == ([], [])
    files = Files([File(uri, str(tmp_path / "theme"), config.site_dir, True) for uri in (*OF_SEARCH, *READ, *MAPS)])
    for uri in MINE:
        files.append(File(uri, config.docs_dir, config.site_dir, True))
    leave_out_unread(files, config)
    assert [file.src_uri for file in files] == [*READ, *MINE]


def test_the_site_has_none_of_them(sample_site: PagesSite) -> None:
    names = [path.relative_to(sample_site.folder).as_posix() for path in sample_site.folder.rglob("*")]
    assert not [name for name in names if name.endswith(".map") or "/lunr/" in name or "/workers/" in name]
