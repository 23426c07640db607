"""Prompts: made better, put together from fields, and put into templates.

vocabulary   what a prompt may speak of (medium, light, ...), and by which words that is told
composer     a short idea -> a whole prompt, by rules: no model, no chance
templates    named ways to wrap a prompt: styles, presets for products and logos, those of the user
local        a language model run here; speaker: its process
writer       who writes: a chat model if one is set, else the composer
"""
