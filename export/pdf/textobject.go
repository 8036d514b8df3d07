package pdf

import "throughline/export/number"

// textObject is the text object that is open, if one is. Lines that follow each
// other share one: moving on by a line says less than beginning anew.
type textObject struct {
	open bool
	x, y int64 // where its last line began, in hundredths
}

// typeState is the part of the graphics state that is about text. It outlasts
// text objects (ISO 32000-1, 9.3).
type typeState struct {
	font    int   // number of a face; hiddenType is the font of invisible text
	size    int64 // thousandths of a unit
	spacing int64 // of characters, ten-thousandths of a unit
	stretch int64 // hundredths of a percent
	mode    int   // 0 is visible, 3 is not
}

var noType = typeState{font: -1, stretch: 100_00}

// moveText begins a line at a place of the map.
func (p *painter) moveText(x, y float64) {
	cx, cy := centi(x), centi(y)
	if !p.text.open {
		p.b = append(p.b, "BT 1 0 0 -1 "...)
		p.b = append(appendCenti(p.b, cx), ' ')
		p.b = append(appendCenti(p.b, cy), " Tm\n"...)
	} else { // the text's own y goes up
		p.b = append(appendCenti(p.b, cx-p.text.x), ' ')
		p.b = append(appendCenti(p.b, p.text.y-cy), " Td\n"...)
	}
	p.text = textObject{true, cx, cy}
}

// endText closes the text object: nothing but text may be in it
// (ISO 32000-1, figure 9).
func (p *painter) endText() {
	if p.text.open {
		p.text.open = false
		p.b = append(p.b, "ET\n"...)
	}
}

func (p *painter) setType(font int, size float64) {
	if n := number.Round(size * 1000); font != p.st.font || n != p.st.size {
		p.st.font, p.st.size = font, n
		if font == hiddenType {
			p.b = append(p.b, "/t "...)
		} else {
			p.b = append(number.AppendInt(append(p.b, "/f"...), int64(font)), ' ')
		}
		p.b = append(number.AppendScaled(p.b, n, 3), " Tf\n"...)
	}
}

// setSpacing sets the space behind every character and is the space that this
// comes to when written.
func (p *painter) setSpacing(v float64) float64 {
	n := number.Round(v * 1e4)
	if n != p.st.spacing {
		p.st.spacing = n
		p.b = append(number.AppendScaled(p.b, n, 4), " Tc\n"...)
	}
	return float64(n) / 1e4
}

func (p *painter) setStretch(percent int64) {
	if percent != p.st.stretch {
		p.st.stretch = percent
		p.b = append(number.AppendScaled(p.b, percent, 2), " Tz\n"...)
	}
}

func (p *painter) setMode(mode int) {
	if mode != p.st.mode {
		p.st.mode = mode
		p.b = append(number.AppendInt(p.b, int64(mode)), " Tr\n"...)
	}
}
