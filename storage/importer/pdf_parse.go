package importer

import "bytes"

// The values of a PDF (ISO 32000-1, 7.3) besides lists, whole numbers and nil:
// strings say nothing that is asked for and are not kept.
type (
	pdfName   string
	pdfDict   map[pdfName]any
	pdfRef    struct{ n int }
	pdfStream struct {
		dict pdfDict
		at   int // of its first byte
	}
	pdfString struct{}
)

// pdfParser reads values one after the other.
type pdfParser struct {
	b    []byte
	at   int
	room *int // values that may still be read
}

func (p *pdfParser) left() []byte {
	if p.at < 0 || p.at > len(p.b) {
		return nil
	}
	return p.b[p.at:]
}

// space skips white space and remarks.
func (p *pdfParser) space() {
	for {
		b := p.left()
		b = b[:len(b)-len(bytes.TrimLeft(b, "\x00\t\n\f\r "))]
		p.at += len(b)
		if b = p.left(); len(b) == 0 || b[0] != '%' {
			return
		}
		if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
			p.at += i
		} else {
			p.at = len(p.b)
		}
	}
}

// word skips a keyword if it is next.
func (p *pdfParser) word(s string) bool {
	p.space()
	if !bytes.HasPrefix(p.left(), []byte(s)) {
		return false
	}
	p.at += len(s)
	return true
}

// token is what comes up to the next delimiter.
func (p *pdfParser) token() []byte {
	b := p.left()
	i := bytes.IndexAny(b, "\x00\t\n\f\r ()<>[]{}/%")
	if i < 0 {
		i = len(b)
	}
	p.at += i
	return b[:i]
}

// integer reads a number that is no reference.
func (p *pdfParser) integer() (int, bool) {
	p.space()
	return number(p.token())
}

// object reads an object with its number before it.
func (p *pdfParser) object() any {
	p.space()
	p.token()
	p.space()
	p.token()
	if !p.word("obj") {
		return nil
	}
	v := p.value(0)
	d, ok := v.(pdfDict)
	if !ok || !p.word("stream") {
		return v
	}
	if b := p.left(); bytes.HasPrefix(b, []byte("\r\n")) {
		p.at += 2
	} else if len(b) > 0 && (b[0] == '\n' || b[0] == '\r') {
		p.at++
	}
	return pdfStream{d, p.at}
}

// value reads a value; nil is null, and whatever is none.
func (p *pdfParser) value(depth int) any {
	p.space()
	b := p.left()
	*p.room--
	if len(b) == 0 || depth > maxDepth || *p.room < 0 {
		p.at = len(p.b)
		return nil
	}
	switch {
	case bytes.HasPrefix(b, []byte("<<")):
		p.at += 2
		return p.dict(depth)
	case b[0] == '[':
		p.at++
		var list []any
		for !p.word("]") && p.at < len(p.b) {
			list = append(list, p.value(depth+1))
		}
		return list
	case b[0] == '(':
		p.text()
		return pdfString{}
	case b[0] == '<':
		if i := bytes.IndexByte(b, '>'); i >= 0 {
			p.at += i + 1
		} else {
			p.at = len(p.b)
		}
		return pdfString{}
	case b[0] == '/':
		p.at++
		return pdfName(p.token())
	}
	t := p.token()
	if len(t) == 0 { // a delimiter that nothing opened
		p.at++
		return nil
	}
	n, ok := number(t)
	if !ok {
		return nil
	}
	at := p.at // "12 0 R" is a reference
	if p.space(); n >= 0 {
		if _, ok := number(p.token()); ok && p.word("R") {
			return pdfRef{n}
		}
	}
	p.at = at
	return n
}

func (p *pdfParser) dict(depth int) any {
	d := pdfDict{}
	for p.at < len(p.b) {
		if p.word(">>") {
			break
		}
		k, ok := p.value(depth + 1).(pdfName)
		if !ok {
			continue
		}
		v := p.value(depth + 1)
		if _, ok := d[k]; !ok {
			d[k] = v
		}
	}
	return d
}

// text skips a string in brackets.
func (p *pdfParser) text() {
	open := 0
	for ; p.at < len(p.b); p.at++ {
		switch p.b[p.at] {
		case '\\':
			p.at++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				p.at++
				return
			}
		}
	}
}
