package cli_test

import (
	"strings"
	"testing"

	"throughline/editor/cli"
	"throughline/storage/importer"
)

func TestTheShellIsToldHowToUseTheProgram(t *testing.T) {
	u := sit(t)
	for _, line := range []string{"help", "-h", "--help"} {
		u.run(line)
		for _, verb := range []string{"[FILE]", "new OUT.journey", "templates", "import IN", "export IN -o OUT", "info IN", "help"} {
			if u.code != 0 || u.errs != "" || !strings.Contains(u.out, "\nthroughline "+verb) && !strings.HasPrefix(u.out, "throughline "+verb) {
				t.Errorf("%s does not tell of %s:\n%s%s", line, verb, u.out, u.errs)
			}
		}
	}
	u.does("new -h", "usage: throughline new OUT.journey [--template NAME] [--language TAG]\nbegin a file from a template; the default is blank.\n"+
		"  --language TAG\n      language of what the template says, a TAG such as de or en; else it is the system's\n")
	u.run("export a b c --help")
	for _, flag := range []string{"-o OUT", "--map TITLE", "--pages MODE", "--paper NAME", "--percent N", "--overlap MM", "--crop", "--cover", "--with PARTS", "--without PARTS",
		"--view TITLE", "--stage TITLE", "--transparent", "--live-text", "--attach", "--small", "--lang TAG", "--scale N", "--width PIXELS", "--dpi N", "--theme NAME", "--preset NAME", "--save-preset NAME"} {
		if u.code != 0 || u.errs != "" || !strings.Contains(u.out, "\n  "+flag+"\n      ") {
			t.Errorf("help does not tell of %s:\n%s%s", flag, u.out, u.errs)
		}
	}
	if u.run("exprot a.journey"); u.code != 2 || u.out != "" || u.errs != "throughline: there is no command “exprot”. Try throughline help.\n" {
		t.Error(u.code, u.out, u.errs)
	}
}

func TestOnlyVerbsAreTakenForCommands(t *testing.T) {
	for arg, want := range map[string]bool{
		"new": true, "templates": true, "import": true, "export": true, "info": true, "help": true, "-h": true, "--help": true,
		"": false, "a.journey": false, "New": false, "./new": false, "-x": false,
	} {
		if cli.Known(arg) != want {
			t.Errorf("%q: %v", arg, !want)
		}
	}
}

func TestTemplatesAreListedOneALine(t *testing.T) {
	u := sit(t)
	list, err := importer.Templates(templates(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, x := range list {
		want += x.Name + "\t" + x.Title + "\n"
	}
	u.does("templates", want)
	if !strings.HasPrefix(want, "cargo-bike\tBuying a cargo bike\n") || !strings.HasSuffix(want, "\nblank\tUntitled map\n") {
		t.Error(want)
	}
	u.fails("templates all", 2, "“all” is one name too many.")
}

func TestANewFileIsBegunFromATemplate(t *testing.T) {
	u := sit(t)
	u.does("new plain.journey", "")
	u.does("new --template cargo-bike before.journey", "")
	u.does("new behind.JOURNEY --template=cargo-bike", "")
	u.does("new with_a_space.journey -template blank", "")
	u.same("new", map[string]string{}, "plain.journey", "before.journey", "behind.JOURNEY", "with a space.journey")
	const sample = "“Buying a cargo bike”: 6 stages, 12 steps, 11 lanes, 111 cards\npersonas: Mara\n6 channels, 3 people, 1 medium\n"
	u.does("info before.journey", sample)
	u.does("info behind.JOURNEY", sample)
	const blank = "“Untitled map”: 3 stages, 6 steps, 4 lanes, 0 cards\n0 channels, 0 people, 0 media\n"
	u.does("info plain.journey", blank)
	u.does("info with_a_space.journey", blank)
}

func TestWhatStandsInTheWayOfANewFile(t *testing.T) {
	u := sit(t)
	u.has("mine.journey", "my work")
	u.folderNamed("folder.journey")
	u.fails("new", 2, "OUT.journey is missing.")
	u.fails("new a.journey b.journey", 2, "“b.journey” is one name too many.")
	u.fails("new a", 2, "“a” does not end in .journey.")
	u.fails("new a.pdf", 2, "“a.pdf” does not end in .journey.")
	u.fails("new a.journey --template", 2, "flag needs an argument: -template.")
	u.fails("new a.journey --theme print", 2, "flag provided but not defined: -theme.")
	u.fails("new a.journey --template nothing", 1, "there is no template “nothing”; throughline templates lists them.")
	u.fails("new a.journey --template ../templates/blank", 1, "there is no template “../templates/blank”; throughline templates lists them.")
	u.fails("new a.journey --template=", 1, "there is no template “”; throughline templates lists them.")
	u.fails("new mine.journey", 1, "mine.journey is there already; choose another name or remove it first.")
	u.fails("new folder.journey", 1, "folder.journey is there already; choose another name or remove it first.")
	u.fails("new no/a.journey", 1, u.folder+"/no is not there.")
}

func TestTemplatesSpeakTheLanguageOfTheSystem(t *testing.T) {
	u := sit(t)
	const english = "“Buying a cargo bike”: 6 stages, 12 steps, 11 lanes, 111 cards\npersonas: Mara\n6 channels, 3 people, 1 medium\n"
	german := strings.Replace(english, "Buying a cargo bike", "Ein Lastenrad kaufen", 1)
	u.does("new --template cargo-bike en.journey", "")
	u.does("info en.journey", english)

	t.Setenv("LANG", "de_AT.UTF-8")
	u.does("new --template cargo-bike de.journey", "")
	u.does("info de.journey", german)
	u.does("new --template cargo-bike --language en again.journey", "")
	u.does("info again.journey", english)
	u.does("new plain.journey", "")
	u.does("info plain.journey", "“Map ohne Titel”: 3 stages, 6 steps, 4 lanes, 0 cards\n0 channels, 0 people, 0 media\n")
	u.run("templates")
	if !strings.HasPrefix(u.out, "cargo-bike\tEin Lastenrad kaufen\n") || !strings.HasSuffix(u.out, "\nblank\tMap ohne Titel\n") {
		t.Error(u.out)
	}

	t.Setenv("LANG", "fr_FR.UTF-8") // which is not there
	u.does("new --template cargo-bike fr.journey", "")
	u.does("info fr.journey", english)
	u.does("new --template cargo-bike --language de-CH ch.journey", "")
	if u.run("export ch.journey -o ch.html --language de"); u.code != 0 {
		t.Fatal(u.errs)
	}
	page := u.reads("ch.html")
	for _, w := range []string{"<html lang=\"de\"", "Ein Lastenrad kaufen", "Kontaktpunkte", "Lena lässt die Kinder einsteigen", "bis zu 500\u00a0€", "„Zwei Räder oder drei?“", "Kontor Lastenrad", "Legende"} {
		if !strings.Contains(page, w) {
			t.Errorf("the page has no %s", w)
		}
	}
	u.fails("templates --language xx", 2, "the program's own words are not there in “xx”; use de, en.")
	u.fails("new --language xx x.journey", 2, "the program's own words are not there in “xx”; use de, en.")
}
