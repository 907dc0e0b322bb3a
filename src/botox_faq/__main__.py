"""`python -m botox_faq` is `botox-faq`."""

from botox_faq.cli import main

if __name__ == "__main__":
    main()
