"""What people call things, and what stands for what cannot be drawn: icon (or drawing of ours) <- words.

Two tables and nothing else, which is why the file is long. They win over the names that come with the pack.
`_` joins the words of a term; plurals and -ing forms are found by themselves. The builder of the pack reads
them too: what is a kind of one of these words (a labrador is a kind of dog) goes into the pack.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.ideas import IDEAS

_THINGS: Final = """
mug                 mug cup coffee_mug coffee_cup tea_cup hot_beverage
mug                 coffee cup_of_coffee espresso latte cappuccino americano macchiato hot_chocolate hot_drink
umbrella            umbrella
headphones          headphones headphone headset earphones earbuds
hot-air-balloon     hot_air_balloon balloon_ride air_balloon
teacup-without-handle tea teacup cup_of_tea green_tea matcha herbal_tea
automobile          car sedan hatchback auto vehicle
racing-car          race_car racing_car formula_one formula_1
sport-utility-vehicle suv jeep off_roader
pickup-truck        pickup pickup_truck
delivery-truck      truck lorry delivery_truck box_truck
delivery-van        van delivery_van minivan cargo_van courier_van transporter
taxi                taxi cab
school-bus          school_bus
bicycle             bicycle bike cycle
motorcycle          motorcycle motorbike
locomotive          train steam_train locomotive railway railroad
high-speed-train    bullet_train high_speed_train
airplane            airplane plane jet aeroplane aircraft airliner
small-airplane      biplane propeller_plane
sailboat            boat sailboat sailing_boat
sports-car          sports_car supercar roadster coupe convertible ferrari porsche lamborghini
vintage-car         vintage_car classic_car retro_car old_car oldtimer antique_car
yacht               yacht sailing_yacht regatta sailing
speedboat           motorboat speedboat
canoe               canoe kayak rowboat
ship                ship cruise_ship vessel ocean_liner steamship
cargo-ship          cargo_ship container_ship freighter
submarine           submarine
rocket              rocket spaceship spacecraft
laptop              laptop computer macbook notebook_computer
desktop-computer    monitor pc desktop_pc screen
mobile-phone        phone smartphone iphone cellphone cell_phone mobile
video-game          game gamepad game_controller controller
tablet              tablet ipad tablet_computer
server-rack         server server_rack data_center data_centre datacenter mainframe
television          tv television
speaker             speaker speakers wireless_speaker bluetooth_speaker loudspeaker smart_speaker
camera              camera dslr
light-bulb          light_bulb lightbulb bulb
open-book           book novel textbook
books               books stack_of_books
graduation-cap      graduation
school              school
balance-scale       lawyer
memo                note notes
page-facing-up      document documents contract report paperwork
clipboard           clipboard
bar-chart           chart graph bar_chart
pie-chart           pie_chart donut_chart market_share
chart-increasing    line_chart rising_chart chart_going_up chart_up
chart-decreasing    chart_going_down chart_down falling_chart stock_market_crash
bullseye            target
trophy              trophy champion
chess-pawn          chess chess_piece chess_pieces pawn
chess-king          chess_king king_chess_piece
chess-knight        chess_knight knight_chess_piece chess_horse
handshake           handshake shaking_hands shake_hands
puzzle-piece        puzzle
gear                gear gears
hammer-and-wrench   tool tools
locked              lock padlock
shield              shield
key                 key keys
magnet              magnet
megaphone           megaphone
e-mail              email
envelope            mail letter
globe-showing-europe-africa globe earth world planet_earth
world-map           map atlas
luggage             suitcase luggage
compass             compass
money-bag           money
coin                coin
coin-stacks         coins stack_of_coins coin_stack
piggy-bank          piggy_bank piggybank
safe                safe vault strongbox safe_deposit
credit-card         credit_card card
bank                bank
shopping-cart       shopping_cart trolley
shopping-bags       shopping_bag
package             package parcel box delivery_box
label               price_tag tag
calendar            calendar
alarm-clock         clock alarm_clock
hourglass-done      hourglass
watch               watch wristwatch
smartwatch          smartwatch smart_watch fitness_tracker
seedling            seedling sprout
battery             battery
health-worker       doctor nurse physician surgeon dentist pharmacist veterinarian paramedic midwife
pill                pill
dna                 dna
microscope          microscope
brain               brain
robot               robot android droid chatbot
astronaut           astronaut cosmonaut spaceman
satellite           satellite
telescope           telescope
technologist        developer programmer coder hacker software_engineer
office-worker       businessman businesswoman ceo manager business_person entrepreneur receptionist secretary
office-worker       banker salesman saleswoman salesperson
cook                chef cook baker
mechanic            mechanic engineer technician carpenter welder plumber electrician handyman
construction-worker builder construction_worker factory_worker warehouse_worker site_worker workman
knight              knight medieval_knight
sword               sword saber
bride               bride
groom               groom bridegroom
pirate              pirate buccaneer
waiter              waiter waitress bartender barman barmaid
barista             barista
athlete             athlete soccer_player football_player footballer goalkeeper sportsman sportswoman
athlete             tennis_player basketball_player volleyball_player rugby_player
soldier             soldier
sailor              sailor
police-officer      policeman policewoman cop
detective           detective spy
person              person human somebody worker tourist traveler traveller commuter shopper passenger driver
man                 man cowboy guy gentleman father dad husband brother uncle boyfriend
woman               woman cowgirl lady mother mom mum wife sister aunt girlfriend
boy                 boy son grandson nephew
girl                girl daughter granddaughter niece
child               child kid toddler
older-person        grandmother grandfather grandma grandpa granny granddad elderly senior retiree pensioner
baby                baby infant newborn
person-running      runner jogger
person-walking      pedestrian walker hiker
person-biking       cyclist
person-surfing      surfer
person-swimming     swimmer
person-climbing     climber
skier               skier
snowboarder         snowboarder
woman-dancing       dancer
horse-racing        horseback_rider horse_rider jockey horseback
soccer-ball         ball soccer_ball
american-football   american_football
dog                 dog puppy pup hound doggo labrador golden_retriever retriever corgi husky terrier beagle
dog                 dalmatian collie border_collie german_shepherd
cat                 cat kitten kitty feline tabby
rabbit              rabbit bunny hare
bird                bird sparrow robin songbird
rooster             chicken rooster hen
baby-chick          chick
eagle               eagle hawk falcon
t-rex               dinosaur trex tyrannosaurus
lady-beetle         ladybug ladybird beetle_bug insect
spouting-whale      whale
tropical-fish       tropical_fish aquarium_fish
fish                fish trout salmon
tulip               tulip flower
bouquet             bouquet bunch_of_flowers flower_bouquet bunch_of_roses
potted-plant        plant pot flower_pot flowerpot houseplant house_plant potted_plant succulent
deciduous-tree      tree oak maple_tree
evergreen-tree      fir spruce conifer christmas_pine
palm-tree           palm_tree palm
christmas-tree      christmas_tree xmas_tree
red-heart           heart
sofa                sofa couch settee loveseat couch_and_lamp
armchair            armchair easy_chair recliner
bookshelf           bookshelf bookcase library bookshop bookstore
writing-desk        writing_desk office_desk standing_desk work_desk workstation
fireplace           fireplace hearth mantelpiece
floor-lamp          lamp floor_lamp standing_lamp lampshade
desk-lamp           desk_lamp table_lamp reading_lamp
chair               chair furniture stool
bed                 bed
house               house home cottage bungalow roof rooftop
cabin               cabin log_cabin wooden_cabin log_house hut
bowl                bowl
vase                vase
house-for-sale      house_for_sale home_for_sale houses_for_sale
fence               fence picket_fence wooden_fence
branch              branch tree_branch twig
necktie             suit tie
coat                coat jacket
billed-cap          cap
houses              houses suburb neighborhood neighbourhood
office-building     building office_building
skyscraper          skyscraper skyscraper_building high_rise glass_tower office_tower
modern-house        modern_house villa modern_home luxury_house mansion
suspension-bridge   suspension_bridge golden_gate golden_gate_bridge
arch-bridge         bridge stone_bridge arch_bridge
eiffel-tower        eiffel_tower la_tour_eiffel
windmill            windmill dutch_windmill
pagoda              pagoda japanese_temple chinese_temple buddhist_temple
stage               theater theatre theater_stage theatre_stage concert_stage opera stage_curtain
wind-turbine        wind_turbine turbine
mountain            mountain_sign
wind-farm           wind_turbines wind_farm wind_park
solar-panel         solar_panel photovoltaic solar_farm
forklift            forklift forklift_truck pallet_truck
robot-arm           robot_arm robotic_arm industrial_robot
charging-station    charging_station charger ev_charger charging_point
automobile          electric_car electric_vehicle ev
potted-cactus       potted_cactus
house-with-panels   solar_roof solar_house
castle              castle fortress palace
jack-o-lantern      pumpkin jack_o_lantern
avocado-toast       avocado_toast avocado_sandwich
sushi               sushi nigiri maki sushi_platter sushi_roll sushi_rolls
bread               bread loaf toast
baguette-bread      baguette
croissant           croissant pastry viennoiserie
pizza               pizza pizza_slice
hamburger           burger hamburger cheeseburger
green-salad         salad fruit_salad salad_bowl fruit_salad_bowl
pot-of-food         soup stew food meal
pancakes            pancakes
steaming-bowl       noodles ramen noodle_soup pho
spaghetti           pasta spaghetti
curry-rice          curry
shortcake           cheesecake dessert piece_of_cake slice_of_cake
chocolate-cake      chocolate_cake brownie_cake
layer-cake          cake layer_cake wedding_cake cream_cake
birthday-cake       birthday_cake
doughnut            donut doughnut
ice-cream           ice_cream gelato sundae
soft-ice-cream      ice_cream_cone soft_serve
french-fries        fries chips
cut-of-meat         meat steak
red-apple           apple fruit
tangerine           mandarin tangerine orange_fruit oranges
leafy-green         lettuce vegetable vegetables cabbage
cup-with-straw      drink soda juice smoothie milkshake
wine-glass          wine glass_of_wine red_wine white_wine wine_glass wineglass
beer-mug            beer ale lager pint
bottle-with-popping-cork champagne prosecco
cocktail-glass      cocktail martini
running-shoe        shoe shoes sneaker sneakers trainers running_shoes
backpack            backpack rucksack bag
handbag             handbag purse
t-shirt             shirt tshirt tee t_shirt clothing clothes
dress               dress gown
top-hat             hat
glass-of-juice      orange_juice fruit_juice iced_tea
glass-of-water      water_glass glass_of_water drinking_glass lemonade iced_water
hiking-boot         boot boots hiking_boot ankle_boot leather_boot
high-heeled-shoe    high_heel high_heels heels stiletto stilettos pumps
sunglasses          sunglasses shades
vase-of-flowers     flower_vase vase_with_flowers vase_of_flowers
jar                 jar glass_jar jam jam_jar mason_jar marmalade
candle              candle scented_candle candlelight
glasses             glasses eyeglasses spectacles
gem-stone           gem diamond jewel gemstone
ring                ring engagement_ring diamond_ring
wedding-rings       wedding_ring wedding_rings wedding_band
lipstick            lipstick
bench               bench park_bench garden_bench
bottle              bottle water_bottle glass_bottle
perfume             perfume perfume_bottle fragrance cologne
lighthouse          lighthouse beacon
snowman-without-snow snowman
herb                herb bamboo
lotion-bottle       lotion cream_bottle shampoo
wrapped-gift        gift present gift_box giftbox
teddy-bear          teddy teddy_bear toy toys
musical-notes       song
musical-keyboard    piano
guitar              electric_guitar
acoustic-guitar     guitar acoustic_guitar ukulele
microphone          microphone
studio-microphone   studio_microphone
clapper-board       film movie
artist-palette      palette art_supplies
framed-picture      painting framed_picture
magnifying-glass-tilted-left magnifying_glass
fire                fire flame campfire bonfire
tent                tent campsite
star                star
sun                 sun
cloud               cloud
honeybee            bee bumblebee honeybee
ewe                 sheep lamb ewe
squirrel            squirrel
ox                  bull ox
grapes              grape grapes
cherries            cherry cherries
cheese-wedge        cheese
tumbler-glass       whiskey whisky scotch rum
teapot              kettle teapot
chocolate-bar       chocolate chocolate_bar
jeans               pants trousers jeans
prince              king prince
princess            queen princess
helicopter          helicopter
drone               drone quadcopter uav
person-golfing      golf golfer golfing
newspaper           newspaper magazine news
cookie              cookie chocolate_chip_cookie chocolate_chip chocolate_cookie biscuit
coffee-beans        coffee_bean coffee_beans roasted_coffee
mechanic            electrician handyman repairman
office-worker       real_estate_agent estate_agent insurance_agent
health-worker       dentist orthodontist
broom               broom mop
kitchen-knife       kitchen_knife chefs_knife cooks_knife
typewriter          typewriter vintage_typewriter
barrel              barrel wine_barrel oak_barrel cask keg whiskey_barrel
gondola             gondola gondolier
pyramid             pyramid pyramids great_pyramid pyramids_of_giza
mermaid             mermaid
chopping-board      chopping_board cutting_board wooden_board bread_board
street-lamp         street_lamp lamp_post lamppost streetlight street_light lantern_post
seal                sea_lion
high-speed-train    subway subway_train underground_train metro_train
classical-building  museum courthouse parthenon greek_temple temple acropolis
convenience-store   store shop supermarket market
"""

_SYMBOLS: Final = """
airplane            flight
video-game          gaming
open-book           story
books               literature
memo                writing copywriting
gear                machine
hammer-and-wrench   repair
speech-balloon      message comment
luggage             vacation holiday trip
compass             adventure
money-bag           salary
seedling            organic_farming
test-tube           chemistry experiment
telescope           astronomy
fishing-pole        fishing
pagoda              japan kyoto
person-running      jogging running run marathon
person-walking      hiking
person-biking       cycling
person-surfing      surfing
person-swimming     swimming
person-climbing     climbing
person-lifting-weights weightlifting lifting_weights weights
person-in-lotus-position yoga meditation meditating mindfulness
skier               skiing
snowboarder         snowboarding
woman-dancing       dancing
soccer-ball         soccer football
red-heart           love valentine valentines romance romantic
office-building     headquarters
jack-o-lantern      halloween
pot-of-food         lunch dinner
pancakes            breakfast
birthday-cake       birthday
party-popper        party celebrating
t-shirt             fashion
gem-stone           jewelry jewellery
lipstick            makeup cosmetics beauty
lotion-bottle       skincare
musical-notes       music melody playlist
microphone          karaoke
clapper-board       cinema
magnifying-glass-tilted-left search
tent                camping
growth-bars         business_growth
chart-decreasing    stock_crash crash
coin-stacks         interest
safe                bank_vault
solar-panel         solar solar_energy solar_power renewables
wind-farm           wind_energy
server-rack         cloud_server
microscope          laboratory
person-lifting-weights gym
"""


def _by_word(table: str) -> dict[str, str]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word.replace("_", " "): icon for icon, *words in rows for word in words}


SYMBOLS: Final = {**_by_word(_SYMBOLS), **{word: idea.hero for word, idea in IDEAS.items()}}
"""Ideas (`ideas.py`) and activities, and the thing that stands for each."""

NAMES: Final = {**_by_word(_THINGS), **SYMBOLS}
