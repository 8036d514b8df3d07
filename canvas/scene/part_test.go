package scene_test

import (
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// dot is a filled square at a place.
func dot(x, y, size float64) *scene.Fill {
	return &scene.Fill{Path: geom.Rectangle(geom.Box(x, y, size, size))}
}

// A card that a page's edge cuts in two is clipped on both, and belongs to the
// page on which it begins: nothing is found twice.
func TestAPartOfAScene(t *testing.T) {
	card := scene.NewItem("card", "card", geom.Pt(80, 10), geom.Box(0, 0, 40, 20), dot(2, 2, 4), dot(30, 2, 4),
		&scene.Group{Move: geom.Transform{K: 2, D: geom.Pt(10, 0)}, Ops: []scene.Op{dot(0, 0, 1), dot(13, 0, 1)}},
		&scene.Link{Rect: geom.Box(0, 0, 40, 20), Target: "https://example.org"})
	card.Alt = "a card"
	other := scene.NewItem("other", "card", geom.Pt(10, 10), geom.Box(0, 0, 20, 20), dot(0, 0, 20))
	b := scene.Placed{Block: scene.NewBlock([]scene.Item{card, other}), Name: "cell", At: geom.Pt(5, 5)}

	left, ok := b.Within(geom.Box(0, 0, 100, 100))
	if !ok || len(left.Items) != 2 {
		t.Fatalf("the left part has %d items", len(left.Items))
	}
	right, ok := b.Within(geom.Box(100, 0, 100, 100))
	if !ok || len(right.Items) != 1 {
		t.Fatalf("the right part has %d items", len(right.Items))
	}
	if it := left.Items[0]; it.Owner != "card" || it.Alt != "a card" || it.Box != geom.Box(0, 0, 15, 20) {
		t.Errorf("where it begins, the card is %q, %q in %v", it.Owner, it.Alt, it.Box)
	}
	if it := right.Items[0]; it.Owner != "" || it.Alt != "" || it.Box != geom.Box(15, 0, 25, 20) {
		t.Errorf("where it goes on, the card is %q, %q in %v", it.Owner, it.Alt, it.Box)
	}
	for name, it := range map[string]scene.Item{"left": left.Items[0], "right": right.Items[0]} {
		clip := it.Ops[0].(*scene.Group)
		if clip.Clip == nil || len(clip.Ops) != 3 { // one square, one of the group's, the link
			t.Fatalf("%s: there are %d operations", name, len(clip.Ops))
		}
		if n := len(clip.Ops[1].(*scene.Group).Ops); n != 1 {
			t.Errorf("%s: %d of the group are left", name, n)
		}
		if link := clip.Ops[2].(*scene.Link); link.Rect.W() != it.Box.W() {
			t.Errorf("%s: the link is %v", name, link.Rect)
		}
	}
	if same, _ := b.Within(geom.Box(0, 0, 200, 200)); same.Block != b.Block {
		t.Error("a block that lies within is made anew")
	}
	if _, ok := b.Within(geom.Box(0, 50, 100, 100)); ok {
		t.Error("there is something where nothing is")
	}
}
