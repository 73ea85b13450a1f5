"""The screen of campagnes: form, what is counted along the way, totals, steps, and the walk along the doors."""
