// Throughline is a desktop designer for customer journey maps. This file puts
// the parts together: it hands the embedded files to those who read them, and
// chooses between the command line and the window.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/text"
	"throughline/canvas/text/systemfonts"
	"throughline/editor/cli"
	"throughline/editor/window"
)

func main() {
	args := os.Args[1:]
	if len(args) > 0 && cli.Known(args[0]) {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		os.Exit(cli.Run(ctx, args, cli.Env{
			Out: os.Stdout, Err: os.Stderr, Templates: folder(assets.Templates, "templates"),
			Fonts: fonts, Icons: icons, Now: time.Now, Translations: folder(assets.Translations, "translations"),
			Locale: func() string { return lang.SystemLocale().String() },
		}))
	}
	if err := show(args); err != nil {
		fmt.Fprintf(os.Stderr, "throughline: %v\n", err)
		os.Exit(1)
	}
}

// fonts and icons are read when they are first needed.
var (
	fonts = sync.OnceValues(func() (*text.Fonts, error) { return text.Load(folder(assets.Fonts, "fonts"), systemfonts.Folders()...) })
	icons = sync.OnceValues(func() (*layout.Icons, error) {
		b, err := fs.ReadFile(assets.Icons, "icons/icons.json")
		if err != nil {
			return nil, err
		}
		return layout.LoadIcons(b)
	})
)

// folder is a folder of the embedded files, which are always there.
func folder(fsys fs.FS, name string) fs.FS {
	sub, err := fs.Sub(fsys, name)
	if err != nil {
		panic(err)
	}
	return sub
}

// show opens the window with the file that is named, or with the start screen;
// with present before it, the file is presented.
func show(args []string) error {
	present, view := len(args) > 0 && args[0] == "present", ""
	if present {
		var err error
		if args, view, err = presented(args[1:]); err != nil {
			return err
		}
	}
	if len(args) > 1 {
		return fmt.Errorf("one file at a time; throughline help lists the commands")
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fmt.Errorf("there is no display to open a window on. The command line needs none: throughline help")
	}
	// What a large map takes stays: less garbage than is usual on top of it costs
	// little time. A limit would cost ever more the larger a map is.
	debug.SetGCPercent(50)
	f, err := fonts()
	if err != nil {
		return err
	}
	ic, err := icons()
	if err != nil {
		return err
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return err
	}
	mark, err := fs.ReadFile(assets.Icons, "icons/mark.svg")
	if err != nil {
		return err
	}
	w, err := window.New(app.NewWithID("app.throughline"), window.Kit{
		Fonts: f, Icons: ic, FontFiles: folder(assets.Fonts, "fonts"), Templates: folder(assets.Templates, "templates"), Translations: assets.Translations,
		Mark: mark, Renderer: &raster.Renderer{}, Now: time.Now, Home: filepath.Join(config, "throughline", "maps"), State: filepath.Join(config, "throughline", "state.json"),
	})
	if err != nil {
		return err
	}
	path := ""
	if len(args) == 1 {
		if path, err = filepath.Abs(args[0]); err != nil {
			return err
		}
	}
	if present {
		w.StartPresenting(path, view)
	} else {
		w.Start(path)
	}
	w.Show()
	return nil
}

// presented is what is to be presented: a file, and the view that is named, of
// its map or of a room.
func presented(args []string) (file []string, view string, err error) {
	f := flag.NewFlagSet("present", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&view, "view", "", "")
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			return nil, "", fmt.Errorf("present: %w; use throughline present FILE [--view NAME]", err)
		}
		if args = f.Args(); len(args) > 0 {
			file, args = append(file, args[0]), args[1:]
		}
	}
	if len(file) != 1 {
		return nil, "", fmt.Errorf("present takes one file: throughline present FILE [--view NAME]")
	}
	return file, view, nil
}
