"""What the theme brings and no page asks for."""

from pathlib import Path

from scripts.site.unused import remove_unused

FILES = {
    "assets/javascripts/bundle.1a2b3c4d.min.js": "run();\n//# sourceMappingURL=bundle.1a2b3c4d.min.js.map\n",
    "assets/javascripts/bundle.1a2b3c4d.min.js.map": "{}",
    "assets/stylesheets/main.css": "p{}\n/*# sourceMappingURL=main.css.map */",
    "assets/stylesheets/main.css.map": "{}",
    "assets/javascripts/lunr/min/lunr.ja.min.js": "x",
    "assets/javascripts/workers/search.js": "x",
    "assets/javascripts/types.d.ts": "x",
    "assets/javascripts/loader.js": "// sourceMappingURL is only spoken of here",
}


def test_maps_types_and_the_theme_s_search_go_with_what_leads_to_them(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    remove_unused(tmp_path)
    left = {file.relative_to(tmp_path).as_posix(): file.read_text("utf-8") for file in tmp_path.rglob("*.*")}
    assert left == {
        "assets/javascripts/bundle.1a2b3c4d.min.js": "run();\n",
        "assets/stylesheets/main.css": "p{}\n",
        "assets/javascripts/loader.js": FILES["assets/javascripts/loader.js"],
    }
