package window

import (
	"io/fs"
	"os"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"throughline/editor/words"
	"throughline/storage/importer"
)

// spoken is the language of the window: of what stands around a map, and of the
// words of our own on it. Fyne has one for its own widgets, too, and both are
// always the same.
var spoken atomic.Pointer[words.Catalogue]

// spokenInTemplates is what templates say in that language.
var spokenInTemplates atomic.Pointer[words.Catalogue]

// tr is a sentence in the window's language. Any goroutine may call it.
func tr(sentence string) string { return spoken.Load().Say(sentence) }

// tongues is what there is to choose from. It belongs to Fyne's goroutine.
var tongues struct {
	all    []*words.Catalogue
	system map[string]string // the environment as it was at the start
}

// localeVars are the variables by which Fyne finds out about the user's
// language.
var localeVars = []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"}

// speak takes the language of a tag; "" is the system's.
func (k *Kit) speak(tag string) error {
	if tongues.system == nil {
		tongues.system = map[string]string{}
		for _, v := range localeVars {
			if x, ok := os.LookupEnv(v); ok {
				tongues.system[v] = x
			}
		}
	}
	for _, v := range localeVars {
		x, ok := tongues.system[v]
		if tag != "" {
			x, ok = tag, true
		}
		if ok {
			os.Setenv(v, x)
		} else {
			os.Unsetenv(v)
		}
	}
	if err := lang.AddTranslationsFS(k.Translations, "translations"); err != nil {
		return err
	}
	folder, err := fs.Sub(k.Translations, "translations")
	if err != nil {
		return err
	}
	if tongues.all, err = words.All(folder); err != nil {
		return err
	}
	spoken.Store(nil)
	took := lang.L(tagKey) // Fyne says which one it took only by what it says
	for _, c := range tongues.all {
		if c.Tag == took && !c.English() {
			spoken.Store(c)
		}
	}
	if folder, err = fs.Sub(k.Templates, importer.Translations); err != nil {
		return err
	}
	texts, err := spoken.Load().In(folder)
	spokenInTemplates.Store(texts)
	return err
}

// templates lists the templates in the window's language. Any goroutine may call
// it.
func (k *Kit) templates() ([]importer.Template, error) {
	return importer.Templates(k.Templates, spokenInTemplates.Load().Say)
}

// template is a template in the window's language. Any goroutine may call it.
func (k *Kit) template(name string) (*importer.Result, error) {
	return importer.FromTemplate(k.Templates, name, spokenInTemplates.Load().Say)
}

// tagKey is what a catalogue says its language under.
const tagKey = "language tag"

// SetLanguage speaks another language from now on; "" is the system's.
func (w *Window) SetLanguage(tag string) {
	if err := w.speak(tag); err != nil {
		w.say(err)
		return
	}
	w.memory.Language = tag
	w.remember()
	w.commands = w.windowCommands()
	w.build()
	if w.doc != nil {
		w.doc.editor.SetWords(tr)
	}
	w.refresh()
}

// languageMenu offers the languages.
func (w *Window) languageMenu() *fyne.MenuItem {
	chosen := w.memory.Language
	menu := fyne.NewMenu("")
	add := func(tag, name string) {
		it := fyne.NewMenuItem(name, func() { w.SetLanguage(tag) })
		it.Checked = tag == chosen
		menu.Items = append(menu.Items, it)
	}
	add("", tr("As the system"))
	for _, c := range tongues.all {
		add(c.Tag, c.Name)
	}
	it := fyne.NewMenuItem(tr("Language"), nil)
	it.ChildMenu = menu
	return it
}
