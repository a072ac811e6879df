// SPDX-License-Identifier: Apache-2.0
// An upholstered armchair with walnut legs before light grey paper.
#include "studio.inc"

#declare Fabric = texture {
  pigment {
    bozo
    turbulence 0.6
    scale 0.03
    color_map { [0 color srgb <0.33, 0.44, 0.36>] [1 color srgb <0.40, 0.52, 0.43>] }
  }
  normal {
    average
    normal_map {
      [1 gradient x 0.5 sine_wave scale 0.014]
      [1 gradient y 0.5 sine_wave scale 0.014]
      [1 gradient z 0.5 sine_wave scale 0.014]
      [2 bumps 0.25 scale 0.35]
    }
  }
  finish { diffuse 0.8 }
}
#declare Walnut = texture {
  pigment {
    wood
    turbulence 0.06
    scale <0.04, 0.04, 1>
    rotate x * 88
    color_map { [0 color srgb <0.38, 0.23, 0.14>] [1 color srgb <0.24, 0.14, 0.08>] }
  }
  finish { diffuse 0.7 specular 0.3 roughness 0.02 reflection { 0.0, 0.5 fresnel on } conserve_energy }
}

// A stuffed cushion: a superellipsoid bulges where a box would be flat.
#macro Cushion(From, To, East, North)
  superellipsoid {
    <East, North>
    scale (To - From) / 2
    translate (To + From) / 2
  }
#end
#macro Leg(Foot, Top)
  union {
    cone { Foot, 0.022, Top, 0.048 }
    sphere { Foot, 0.022 }
    texture { Walnut }
    interior { ior 1.4 }
  }
#end

#declare Product = union {
  // frame and arms
  object { Cushion(<-0.62, 0.32, -0.56>, <0.62, 0.56, 0.52>, 0.22, 0.35) texture { Fabric } }
  object { Cushion(<-0.76, 0.33, -0.58>, <-0.53, 0.92, 0.50>, 0.30, 0.45) texture { Fabric } }
  object { Cushion(<0.53, 0.33, -0.58>, <0.76, 0.92, 0.50>, 0.30, 0.45) texture { Fabric } }
  // back
  object { Cushion(<-0.70, 0.36, 0.0>, <0.70, 1.50, 0.27>, 0.28, 0.42) rotate x * 9 translate <0, 0.02, 0.24> texture { Fabric } }
  object { Cushion(<-0.50, 0.62, -0.10>, <0.50, 1.38, 0.12>, 0.38, 0.5) rotate x * 10 translate <0, 0.0, 0.24> texture { Fabric } }
  // seat
  object { Cushion(<-0.525, 0.50, -0.60>, <0.525, 0.74, 0.34>, 0.25, 0.42) texture { Fabric } }
  Leg(<-0.62, 0.022, -0.50>, <-0.52, 0.38, -0.42>)
  Leg(<0.62, 0.022, -0.50>, <0.52, 0.38, -0.42>)
  Leg(<-0.60, 0.022, 0.56>, <-0.50, 0.38, 0.42>)
  Leg(<0.60, 0.022, 0.56>, <0.50, 0.38, 0.42>)
}

Studio_Camera(<-2.3, 2.1, -6.6>, <0.02, 0.72, 0>, 20)
Studio_Lights(0.85, 0.3, 0.65)
Backdrop_Sweep(texture {
    pigment { gradient y color_map { [0 color rgb 0.60] [1 color rgb 0.74] } scale 6 }
    finish { diffuse 0.75 }
  }, 2.5, 3)
object { Product rotate y * 8 }
