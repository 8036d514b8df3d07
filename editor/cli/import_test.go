package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/storage/importer"
)

const coffee = "journey\n  title Café ☕\n  section Order\n    Choose: 4: Ana\n    Pay: 3,5: Ana, Ben\n"

func TestAMermaidFileBecomesAJourneyFile(t *testing.T) {
	u := sit(t)
	u.has("coffee.mmd", coffee)
	before := u.files()
	report := "line 5: the score “3,5” was read as 3.5\n“Café ☕”: 1 stage, 2 steps, 3 lanes, 7 cards\nwritten to "
	u.does("import coffee.mmd", report+"coffee.journey\n")
	u.same("import", before, "coffee.journey")
	u.does("import -o b.journey coffee.mmd", report+"b.journey\n")
	u.does("import coffee.mmd -o c.journey", report+"c.journey\n")
	u.has("coffee.MERMAID", coffee)
	u.does("import coffee.MERMAID -o=d.journey", report+"d.journey\n")
	for _, name := range []string{"coffee", "b", "c", "d"} {
		u.does("info "+name+".journey", "“Café ☕”: 1 stage, 2 steps, 3 lanes, 7 cards\n0 channels, 2 people, 0 media\n")
	}
	u.does("info coffee.mmd", "“Café ☕”: 1 stage, 2 steps, 3 lanes, 7 cards\n0 channels, 2 people, 0 media\n"+
		"problem: line 5: the score “3,5” was read as 3.5\n")
}

func TestEachJourneyOfADocumentBecomesAMap(t *testing.T) {
	u := sit(t)
	u.has("notes.md", "# Two\n\n```mermaid\n"+coffee+"```\n\n```mermaid\njourney\n  Wait: 2: Cy\n```\n")
	u.does("import notes.md", `line 8: the score “3,5” was read as 3.5
line 13: the steps before the first section stand under a stage without a name
“Café ☕”: 1 stage, 2 steps, 3 lanes, 7 cards
a map without a title: 1 stage, 1 step, 3 lanes, 3 cards
written to notes.journey
`)
	u.does("export notes.journey --map Café_☕ -o one.mmd", "")
	if got := u.reads("one.mmd"); strings.Contains(got, "Wait") || !strings.Contains(got, "Choose") {
		t.Error(got)
	}
}

func TestWhatCannotBeImported(t *testing.T) {
	u := sit(t)
	u.has("coffee.mmd", coffee)
	u.has("coffee.journey", "my work")
	u.has("empty.mmd", "")
	u.has("blank.mmd", "\n\n")
	u.has("flow.mmd", "graph TD\n  a-->b\n")
	u.has("none.md", "# Notes\n\nNo journey, but ```code```.\n")
	u.has("plan.docx", "PK")
	u.has("coffee", coffee)
	u.has("other.json", "{\"name\": \"other\"}")
	u.has("newer.json", "{\"throughline\": 99}")
	u.has("type.json", "{\n \"throughline\": 1,\n \"maps\": [{\n  \"title\": 3\n }]}")
	u.has("comma.json", "{\n \"throughline\": 1,\n \"maps\": [{},\n ]\n}")
	u.has("cut.json", "{\n \"throughline\": 1,\n \"maps\": [{\n")
	u.has("more.json", "{\"throughline\": 1}\n{}")
	u.has("bytes.json", "\x00\x01\x02")
	u.folderNamed("folder.mmd")
	if err := os.Symlink("nowhere.mmd", filepath.Join(u.folder, "dangling.mmd")); err != nil {
		t.Fatal(err)
	}
	u.fails("import", 2, "IN is missing.")
	u.fails("import coffee.mmd flow.mmd", 2, "“flow.mmd” is one name too many.")
	u.fails("import coffee.mmd -o", 2, "flag needs an argument: -o.")
	u.fails("import coffee.mmd -o coffee.pdf", 2, "“coffee.pdf” does not end in .journey.")
	u.fails("import coffee.mmd --map Café", 2, "flag provided but not defined: -map.")
	u.fails("import coffee.mmd", 1, "coffee.journey is there already; choose another name or remove it first.")
	u.fails("import coffee.journey", 1, "coffee.journey is a .journey file already.")
	u.fails("import coffee.journey -o b.journey", 1, "coffee.journey is a .journey file already.")
	u.fails("import coffee.mmd -o no/a.journey", 1, u.folder+"/no is not there.")
	u.fails("import no.mmd", 1, "no.mmd is not there.")
	u.fails("import no/no.mmd", 1, "no/no.mmd is not there.")
	u.fails("import dangling.mmd", 1, "dangling.mmd is not there.")
	u.fails("import folder.mmd", 1, "folder.mmd is a folder.")
	u.fails("import .", 1, ". is a folder.")
	u.fails("import empty.mmd", 1, "empty.mmd: the file is empty.")
	u.fails("import blank.mmd", 1, "blank.mmd: no Mermaid journey in this file.")
	u.fails("import flow.mmd", 1, "flow.mmd: no Mermaid journey in this file.")
	u.fails("import none.md", 1, "none.md: no Mermaid journey and no table is in this file.")
	u.fails("import plan.docx", 1, "plan.docx: a file of this kind cannot be read; use .journey "+importer.Extensions()+".")
	u.fails("import coffee -o c.journey", 1, "coffee: a file of this kind cannot be read; use .journey "+importer.Extensions()+".")
	u.fails("import other.json", 1, "other.json: this is JSON, but not a Throughline project: it has no “throughline” version.")
	u.fails("import newer.json", 1, "newer.json: this file was written by a newer version of Throughline. Update the program to read it.")
	u.fails("import type.json", 1, "type.json: line 4: “maps.title” cannot be a number.")
	u.fails("import comma.json", 1, "comma.json: line 4: this is not JSON from here on.")
	u.fails("import cut.json", 1, "cut.json: line 4: the JSON ends too early.")
	u.fails("import more.json", 1, "more.json: line 2: this is not JSON from here on.")
	u.fails("import bytes.json", 1, "bytes.json: line 1: this is not JSON from here on.")
}
