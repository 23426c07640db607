"""Painting with diffusers: all that happens in the process where torch lives, behind `painters.base.Bench`.

    bench      the way in                                    spec       the configuration, the models' cards
    engine     the bench: jobs -> groups -> paintings        pool       the models at hand, their memory
    files      a folder, before it is read                   load       a folder -> a pipeline on its device
    traits     what a pipeline can, by its signature         families   the quirks that no signature tells
    orders     a job -> an order: checked, its task chosen   prompt     how much of a prompt is read
    tasks      the pipeline of a task, its arguments         denoise    orders -> pixels: one call of it
    guard      out of memory, NaN, black pictures            lora       adapters: loaded once, set per batch
    edit       an instruction: who carries out what          upscale    a larger picture, tile by tile
    onlooker   progress, previews, giving up                 preview    latents -> a small picture
    finish     pixels -> a painting                          safety     the classifier that looks at it
    pixels     torch <-> libvips <-> Pillow                  device     devices, number formats, memory
    processor  Qwen's, where torchvision is not

Nothing outside the process imports this room; the process enters it by `bench:open_bench`.
"""
