"""The maps of the body: muscles and areas on the standing figure, from the front and from the back."""
