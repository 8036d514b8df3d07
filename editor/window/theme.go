package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
)

// look is the program's theme as a Fyne theme: the colours of layout's, the
// program's own fonts, and our measures.
type look struct {
	colors              *layout.Theme
	regular, bold, slim fyne.Resource
	signs               map[fyne.ThemeIconName]fyne.Resource
}

// ourSigns are our icons that stand for some of Fyne's.
var ourSigns = map[fyne.ThemeIconName]string{
	theme.IconNameArrowDropDown: "down", theme.IconNameArrowDropUp: "up", theme.IconNameMenuExpand: "right", theme.IconNameConfirm: "check",
	theme.IconNameCancel: "close", theme.IconNameSearch: "search", theme.IconNameFolder: "folder", theme.IconNameContentAdd: "plus",
	theme.IconNameContentRemove: "minus", theme.IconNameMoreHorizontal: "more", theme.IconNameDelete: "trash", theme.IconNameVisibility: "eye",
}

// signs is those icons in the colour of the text around them.
func signs(ic *layout.Icons) map[fyne.ThemeIconName]fyne.Resource {
	out := make(map[fyne.ThemeIconName]fyne.Resource, len(ourSigns))
	for sign, name := range ourSigns {
		out[sign] = theme.NewThemedResource(fyne.NewStaticResource(name+".svg", []byte(ic.SVG(name, layout.Light.Ink, 1))))
	}
	return out
}

func (l *look) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	t := l.colors
	switch n {
	case theme.ColorNameBackground:
		return rgb(t.Map, 255) // the map fills the window; a rectangle under it would cost 28 ms a frame
	case theme.ColorNameForegroundOnPrimary:
		return rgb(t.OnAcc, 255)
	case theme.ColorNameButton, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground:
		return rgb(t.Panel, 255)
	case theme.ColorNameInputBackground:
		return rgb(t.Field, 255)
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		return rgb(t.Hair2, 255)
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return rgb(t.Acc, 255)
	case theme.ColorNameFocus:
		return rgb(t.Acc, 46) // Fyne lays it under the words of menus and buttons
	case theme.ColorNameSelection:
		return rgb(t.AccTint, 255)
	case theme.ColorNameHover:
		return rgb(t.Ink, 13)
	case theme.ColorNamePressed:
		return rgb(t.Ink, 26)
	case theme.ColorNameForeground:
		return rgb(t.Ink, 255)
	case theme.ColorNamePlaceHolder:
		return rgb(t.Ink3, 255)
	case theme.ColorNameDisabled:
		return rgb(t.Ink, 97)
	case theme.ColorNameDisabledButton:
		return rgb(t.Sunk, 255)
	case theme.ColorNameError:
		return rgb(t.Pain, 255)
	case theme.ColorNameSuccess:
		return rgb(t.OK, 255)
	case theme.ColorNameWarning:
		return rgb(t.Warn, 255)
	case theme.ColorNameScrollBar:
		return rgb(t.Ink, 61)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		return color.NRGBA{0, 0, 0, 31}
	}
	variant := theme.VariantLight
	if t.Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(n, variant)
}

func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return l.bold
	case s.Italic:
		return l.slim
	}
	return l.regular
}

func (l *look) Icon(n fyne.ThemeIconName) fyne.Resource {
	if r := l.signs[n]; r != nil {
		return r
	}
	return theme.DefaultTheme().Icon(n)
}

func (l *look) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 11
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameInlineIcon:
		return inlineIcon
	case theme.SizeNameLineSpacing:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius:
		return 6
	case theme.SizeNamePopupRadius:
		return 8
	case theme.SizeNameDialogRadius:
		return 12
	case theme.SizeNameModalBlurRadius:
		return 0 // without a graphics card a blur of the whole window takes its time
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return 1
	case theme.SizeNameScrollBar:
		return 8
	case theme.SizeNameScrollBarSmall:
		return 3
	}
	return theme.DefaultTheme().Size(n)
}

// inlineIcon is the size of an icon in a field.
const inlineIcon = 16

func rgb(c scene.Color, alpha uint8) color.Color { return color.NRGBA{c.R, c.G, c.B, alpha} }
