"""The MkDocs hook: it names the events, ``stretchguide.hook`` answers them.

Siblings are imported at the top because this folder is importable only while MkDocs executes this file.
"""

from stretchguide.hook.adapter import Adapter

_adapter = Adapter()

on_startup = _adapter.on_startup
on_config = _adapter.on_config
on_pre_build = _adapter.on_pre_build
on_files = _adapter.on_files
on_nav = _adapter.on_nav
on_env = _adapter.on_env
on_page_markdown = _adapter.on_page_markdown
on_page_context = _adapter.on_page_context
on_post_build = _adapter.on_post_build
on_build_error = _adapter.on_build_error
on_shutdown = _adapter.on_shutdown
on_serve = _adapter.on_serve
