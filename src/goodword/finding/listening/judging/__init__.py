"""What a sentence is: its cues, what steers them, and the judgement."""
