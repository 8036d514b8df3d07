package layout

import (
	"errors"
	"fmt"

	"throughline/canvas/text"
)

// brandFonts names font files. All but the first may be left out: what is bold
// or italic is regular then, and the title is bold.
type brandFonts struct {
	Regular string `json:"regular"`
	Italic  string `json:"italic"`
	Bold    string `json:"bold"`
	Title   string `json:"title"`
}

// read is the font files by the weights that they serve; nil where there are
// none.
func (f brandFonts) read(open func(name string) ([]byte, error)) (map[text.Weight][]byte, error) {
	if f == (brandFonts{}) {
		return nil, nil
	}
	if f.Regular == "" {
		return nil, errors.New("fonts: “regular” is missing")
	}
	files := map[string][]byte{}
	get := func(names ...string) (file []byte, err error) { // the first that is named
		for _, name := range names {
			if name == "" {
				continue
			}
			if files[name] == nil {
				if file, err = open(name); err == nil {
					err = text.CheckFont(file)
				}
				if err != nil {
					return nil, fmt.Errorf("the font “%s”: %w", name, err)
				}
				files[name] = file
			}
			return files[name], nil
		}
		return nil, nil
	}
	out := map[text.Weight][]byte{}
	for w, names := range [...][]string{
		text.Regular:         {f.Regular},
		text.MediumItalic:    {f.Italic, f.Regular},
		text.SemiBold:        {f.Bold, f.Regular},
		text.Bold:            {f.Bold, f.Regular},
		text.DisplaySemiBold: {f.Title, f.Bold, f.Regular},
		text.DisplayBold:     {f.Title, f.Bold, f.Regular},
	} {
		file, err := get(names...)
		if err != nil {
			return nil, err
		}
		out[text.Weight(w)] = file
	}
	return out, nil
}
