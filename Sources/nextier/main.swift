print("nextier")
