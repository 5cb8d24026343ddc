#!/usr/bin/env bash
# How long a build takes, beside Jupyter Book as it comes: everything (cold), nothing changed, a comma
# changed in a chapter, one row of data changed; and how long a name of the register. Prints a table and
# keeps nothing; RUNS=3 is the default. Needs hyperfine, a committed checkout with its environment (make
# env), and for Jupyter Book in an environment of its own a connection. Measure on a machine that does
# nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD runs=${RUNS:-3} jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)} stock_version=1.0.4.post1
python=$root/.venv/bin/python
for tool in hyperfine git; do
  command -v $tool >/dev/null || { echo "error: no $tool here; install it (Debian: apt-get install $tool)" >&2; exit 1; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

copy() { mkdir "$scratch/$1"; git archive HEAD | tar -x -C "$scratch/$1"; }
copy book
copy stock

# Jupyter Book as it comes, on the notebooks of the analysis and the words of the chapters; words keep
# no role and no directive of ours, so it has less to do than the book has
cat >"$scratch/simplify.py" <<'PY'
import json, re, sys
from pathlib import Path
import yaml
top = Path(sys.argv[1])
for path in (top / "chapters").glob("*.md"):
    words = re.sub(r"^(`{3,}|:{3,})\{.*?^\1\s*$", "", path.read_text(), flags=re.S | re.M)
    path.write_text(re.sub(r"\{[\w-]+\}`([^`]*)`", r"\1", words))
for path in (top / "chapters/analysis").glob("*.ipynb"):
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    path.write_text(json.dumps(notebook))
pages = sorted(str(p.relative_to(top).with_suffix("")) for p in top.glob("chapters/**/*.*")
               if p.parent.name in ("chapters", "analysis") and p.stem != "index" and p.suffix in (".md", ".ipynb"))
facts = {"format": "jb-book", "root": "chapters/index", "chapters": [{"file": page} for page in pages]}
(top / "_toc.yml").write_text(yaml.safe_dump(facts))
config = {"title": "The same chapters", "only_build_toc_files": True,
          "execute": {"execute_notebooks": "force", "timeout": 300}}
(top / "_config.yml").write_text(yaml.safe_dump(config))
PY
"$python" "$scratch/simplify.py" "$scratch/stock"
"$python" -m venv "$scratch/jupyter-book"
echo "bench: installing Jupyter Book $stock_version as it comes"
"$scratch/jupyter-book/bin/python" -m pip install --quiet --disable-pip-version-check \
  "jupyter-book==$stock_version"
"$python" -c 'import pandas, pathlib; print(pathlib.Path(pandas.__file__).parents[1])' \
  >"$(echo "$scratch"/jupyter-book/lib/python3*/site-packages)/libraries.pth"

# each edit is another text every time it is called, so that no tool can have seen it before
cat >"$scratch/edit" <<'SH'
#!/usr/bin/env bash
set -eu
case $1 in
  comma) printf '\nA sentence, with a comma, number %s\n' "$RANDOM" >>"$2/chapters/regulation.md" ;;
  row) if grep -q ',568,' "$2/data/europe_measures/licences.csv"; then old=568 new=569; else old=569 new=568; fi
       sed -i.bak "s/,$old,/,$new,/" "$2/data/europe_measures/licences.csv"; rm -f "$2"/data/*/*.bak ;;
esac
SH
chmod +x "$scratch/edit"

export OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 LC_ALL=C.UTF-8
book="cd $scratch/book && PYTHONPATH=$scratch/book/src $python -m biometrics_china"
stock="cd $scratch/stock && PYTHONPATH=$scratch/stock/src $scratch/jupyter-book/bin/jupyter-book build . -qq"
measure() { # name, what is done before each run, command
  echo "bench: $1"
  hyperfine --shell bash --runs "$runs" --warmup "${4:-0}" --prepare "$2" --command-name "$1" \
    --export-json "$scratch/result.json" "$3" >"$scratch/log" 2>&1 || { tail -20 "$scratch/log" >&2; exit 1; }
  "$python" - "$scratch/result.json" >>"$scratch/table" <<'PY'
import json, sys
(r,) = json.load(open(sys.argv[1]))["results"]
print(f"{r['command']:<34}{r['median']:>9.1f}{r['min']:>9.1f}{r['max']:>9.1f}{r['user'] + r['system']:>15.1f}")
PY
}

measure "book, cold" "rm -rf $scratch/book/_build" "$book build --jobs $jobs"
measure "book, nothing changed" true "$book build --jobs $jobs" 1
measure "book, a comma" "$scratch/edit comma $scratch/book" "$book build --jobs $jobs"
measure "book, a row" "$scratch/edit row $scratch/book" \
  "$book notebooks --jobs $jobs && $book build --jobs $jobs"
measure "one name of the register" true "$book screen Hikvision" 1
measure "Jupyter Book, cold" "rm -rf $scratch/stock/_build" "$stock"
measure "Jupyter Book, nothing changed" true "$stock" 1
measure "Jupyter Book, a comma" "$scratch/edit comma $scratch/stock" "$stock"
# it does not see that data changed, so it has to be told to build everything
measure "Jupyter Book, a row (--all)" "$scratch/edit row $scratch/stock" "$stock --all"

printf '\n%-34s%9s%9s%9s%15s\n' "$runs runs, seconds" median least most "of processor"
cat "$scratch/table"
