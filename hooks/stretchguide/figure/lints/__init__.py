"""What is wrong with a picture, in words: limbs that miss their place, joints that go too far, what cannot be seen."""
